import { textOf } from '@/shared/i18n';
import { SeverityTag } from '@/shared/ui/Tag';
import { useT } from '../texts';
import type { Finding } from './sendList';

export function FindingWords({ finding }: { finding: Finding }) {
  const t = useT();
  const error = finding.severity === 'error';
  return (
    <>
      <SeverityTag tone={error ? 'danger' : 'warning'}>
        {t(error ? 'finding.error' : 'finding.warning')}
      </SeverityTag>{' '}
      {finding.field && <strong>{t(`field.${finding.field}`)}: </strong>}
      {textOf(`finding.${finding.code}`) ?? finding.code}
    </>
  );
}
