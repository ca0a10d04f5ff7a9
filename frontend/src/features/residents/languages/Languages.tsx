import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useLanguages } from '@/shared/people/languages';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import type { Resident } from '../queries';
import { useT } from '../texts';
import { EditLanguages } from './EditLanguages';

export function Languages({ resident }: { resident: Resident }) {
  const t = useT();
  const { find, name } = useLanguages();
  const mayWrite = useMay('residents:write');
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('languages.title')}
      actions={
        mayWrite && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={`${t('action.edit')}: ${t('languages.title')}`}
            onClick={() => setEditing(true)}
          >
            {t('action.edit')}
          </Button>
        )
      }
    >
      {resident.languages.length === 0 && <p className="muted flush">{t('languages.none')}</p>}
      <ul className="lines">
        {resident.languages.map((l) => (
          <li key={l.language}>
            <span className="line-main">
              {name(l.language)} <bdi className="muted">{find(l.language)?.autonym}</bdi>
              {l.note && <bdi className="muted line-sub">{l.note}</bdi>}
            </span>
            <span className="row tight">
              {l.own && <StatusTag>{t('languages.tagOwn')}</StatusTag>}
              {l.written && <StatusTag>{t('languages.tagWritten')}</StatusTag>}
              {l.interpreter && <StatusTag tone="info">{t('languages.tagInterpreter')}</StatusTag>}
            </span>
          </li>
        ))}
      </ul>
      {editing && <EditLanguages resident={resident} onClose={() => setEditing(false)} />}
    </Section>
  );
}
