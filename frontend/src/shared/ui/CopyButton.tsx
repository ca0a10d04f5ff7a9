import { Button } from '@digdir/designsystemet-react';
import { CheckmarkIcon, FilesIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '@/shared/i18n';

/** `what` names the thing copied for those who hear the page. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <Button type="button" icon variant="tertiary" aria-label={t('action.copy', { what })} onClick={copy}>
        {copied ? <CheckmarkIcon aria-hidden /> : <FilesIcon aria-hidden />}
      </Button>
      <span className="sr-only" role="status">
        {copied ? t('action.copied') : ''}
      </span>
    </>
  );
}
