import { useState } from 'react';
import { describeError } from '@/shared/i18n/describeError';
import type { SettlementRequest } from '../queries';
import { useT } from '../texts';
import { ChooseFile } from './ChooseFile';
import { Columns } from './Columns';
import { ImportForm } from './ImportForm';
import { Rows } from './Rows';
import { largestFile, type Preview, preview, type Reading, untouched } from './sendList';
import '../placement.css';

interface Shown {
  file: File;
  how: Reading;
  preview: Preview;
}
/** Nothing is stored until «Importer»: the file stays in the browser and is read anew after each correction. */
export function ImportPage({ onImported }: { onImported: (request: SettlementRequest) => void }) {
  const t = useT();
  const [shown, setShown] = useState<Shown>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const read = async (file: File, how: Reading) => {
    if (file.size > largestFile) return setFault(t('problem.file-too-large'));
    setBusy(true);
    try {
      setShown({ file, how, preview: await preview(file, how) });
      setFault(undefined);
    } catch (error) {
      setFault(describeError(error).title);
    } finally {
      setBusy(false);
    }
  };
  const again = (change: Partial<Reading>) => {
    if (!shown) return undefined;
    const how = { ...shown.how, ...change };
    // what was chosen stands at once; what it means follows with the answer
    setShown({ ...shown, how });
    return read(shown.file, how);
  };
  return (
    <div className="import" aria-busy={busy}>
      <ChooseFile
        name={shown?.file.name}
        fault={fault}
        busy={busy}
        onFile={(file) => {
          setShown(undefined);
          void read(file, untouched);
        }}
      />
      {shown && (
        <>
          <Columns preview={shown.preview} onColumns={(columns) => void again({ columns })} />
          <Rows preview={shown.preview} how={shown.how} onChange={(change) => again(change)} />
          <ImportForm
            file={shown.file}
            how={shown.how}
            preview={shown.preview}
            onGrades={(grades_checked) => void again({ grades_checked })}
            onImported={onImported}
          />
        </>
      )}
    </div>
  );
}
