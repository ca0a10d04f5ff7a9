import { useId, useRef } from 'react';
import { useT } from '../texts';

interface Props {
  name?: string;
  fault?: string;
  busy: boolean;
  onFile: (file: File) => void;
}
export function ChooseFile({ name, fault, busy, onFile }: Props) {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="choose-file">
      <div className="ds-field">
        <label className="ds-label" htmlFor={id}>
          {t('import.file')}
        </label>
        <p className="muted flush" id={`${id}-hint`}>
          {t('import.fileHint')}{' '}
          <a className="ds-link" href="/v1/settlement-requests/template.xlsx" download>
            {t('import.templateXlsx')}
          </a>
          {' · '}
          <a className="ds-link" href="/v1/settlement-requests/template.csv" download>
            {t('import.templateCsv')}
          </a>
        </p>
        <input
          ref={input}
          className="ds-input"
          id={id}
          type="file"
          accept=".csv,.xlsx,.txt"
          aria-describedby={fault ? `${id}-hint ${id}-fault` : `${id}-hint`}
          aria-invalid={fault ? true : undefined}
          onChange={(e) => {
            const file = e.target.files?.[0];
            if (file) onFile(file);
          }}
        />
        {fault && (
          <p className="ds-validation-message" data-color="danger" id={`${id}-fault`} role="alert">
            {fault}
          </p>
        )}
      </div>
      <p className="muted flush" role="status">
        {busy ? t('import.reading') : name && !fault ? t('import.read', { name }) : ''}
      </p>
    </section>
  );
}
