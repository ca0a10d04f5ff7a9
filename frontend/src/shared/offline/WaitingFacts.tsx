import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, CloudSlashIcon } from '@navikt/aksel-icons';
import { useOnline } from '@/shared/ui/states';
import './waiting.css';

interface Words {
  waiting: (count: number) => string;
  sending: (count: number) => string;
  refused: (count: number) => string;
  hint: string;
  refusedHint: string;
  saved: string;
  forget: string;
}
interface Props<W extends { key: string; refused: boolean }> {
  waiting: readonly W[];
  forget: (those: readonly W[]) => Promise<void>;
  words: Words;
  /** Says nothing while everything is saved. */
  quiet?: boolean;
}
/** Whether what was written has arrived; heard and seen without looking for it. */
export function WaitingFacts<W extends { key: string; refused: boolean }>({
  waiting,
  forget,
  words,
  quiet,
}: Props<W>) {
  const online = useOnline();
  const refused = waiting.filter((w) => w.refused);
  const count = waiting.length - refused.length;
  return (
    <>
      <div role="status">
        {count > 0 ? (
          <p className="ticks" data-waits={!online || undefined}>
            <CloudSlashIcon aria-hidden />
            <span>
              <strong>{online ? words.sending(count) : words.waiting(count)}</strong>
              {!online && <span className="ticks-hint">{words.hint}</span>}
            </span>
          </p>
        ) : (
          !quiet && (
            <p className="ticks muted">
              <CheckmarkCircleIcon aria-hidden /> {words.saved}
            </p>
          )
        )}
      </div>
      {refused.length > 0 && (
        <div className="ticks-refused" role="alert">
          <strong>{words.refused(refused.length)}</strong>
          <span>{words.refusedHint}</span>
          <Button type="button" variant="secondary" onClick={() => void forget(refused)}>
            {words.forget}
          </Button>
        </div>
      )}
    </>
  );
}
