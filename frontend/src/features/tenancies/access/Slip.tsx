import { Button } from '@digdir/designsystemet-react';
import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { day } from '@/shared/format/dates';
import { Qr } from '@/shared/ui/Qr';
import { useT } from '../texts';
import { paperIn } from './papers';
import type { IssuedCode } from './queries';
import './slip.css';

interface Props {
  issued: IssuedCode;
  /** What the person is called; a whole name does not belong on paper with a code. */
  name: string;
  language: string;
}
/** The paper handed over: QR, the code in two groups, and what to do, in the resident's language. */
export function Slip(props: Props) {
  const t = useT();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const done = () => setPrinting(false);
    addEventListener('afterprint', done);
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [printing]);
  return (
    <div className="stack">
      <Paper {...props} />
      <div className="actions">
        <Button type="button" onClick={() => setPrinting(true)}>
          <PrinterSmallIcon aria-hidden />
          {t('slip.print')}
        </Button>
      </div>
      {printing &&
        createPortal(
          <div className="paper-print">
            <Paper {...props} />
          </div>,
          document.body,
        )}
    </div>
  );
}

function Paper({ issued, name, language }: Props) {
  const t = useT();
  const { paper, lang, dir } = paperIn(language);
  const [head = '', tail = ''] = issued.code.split('-');
  const [address = ''] = issued.url.replace(/^https?:\/\//, '').split('#');
  const [before = '', after = ''] = paper.type.split('{address}');
  const [from = '', until = ''] = paper.once.split('{day}');
  return (
    <article className="paper" lang={lang} dir={dir} aria-label={t('slip.label', { name })}>
      <header>
        <strong>{paper.title}</strong>
        <bdi>{name}</bdi>
      </header>
      <div className="paper-main">
        <Qr text={issued.url} label={t('slip.qr')} size={148} />
        <ol>
          <li>{paper.scan}</li>
          <li>
            {before}
            <bdi dir="ltr" className="paper-address">
              {address}
            </bdi>
            {after}
          </li>
          <li>
            {paper.code}{' '}
            <span dir="ltr" className="paper-code">
              <span>{head}</span> <span>{tail}</span>
            </span>
          </li>
        </ol>
      </div>
      <p>
        {from}
        <bdi>{day(issued.expires_at)}</bdi>
        {until} {paper.secret}
      </p>
      <p>{paper.help}</p>
    </article>
  );
}
