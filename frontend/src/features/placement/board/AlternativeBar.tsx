import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { useT } from '../texts';
import { AlternativeDialog } from './AlternativeDialog';
import { CommitDialog } from './CommitDialog';
import { type Alternative, type BoardData, choose, discard, useRefreshBoard, type useStep } from './queries';

interface Props {
  data: BoardData;
  shown: Alternative | undefined;
  step: ReturnType<typeof useStep>;
  onAlternative: (id: string | undefined) => void;
}
export function AlternativeBar({ data, shown, step, onAlternative }: Props) {
  const t = useT();
  const mayWrite = useMay('placement:write');
  const [open, setOpen] = useState<'new' | 'copy' | 'edit' | 'choose' | 'discard' | 'commit'>();
  const close = () => setOpen(undefined);
  return (
    <section className="alternatives" aria-label={t('alternative.list')}>
      <div className="alternative-choices">
        {data.alternatives.map((a) => (
          <Button
            key={a.id}
            type="button"
            variant={a.id === shown?.id ? 'secondary' : 'tertiary'}
            aria-pressed={a.id === shown?.id}
            onClick={() => onAlternative(a.id)}
          >
            <bdi>{a.name}</bdi>
            <span className="muted">
              {t('alternative.sum', { placed: a.placed.length, warnings: a.warnings.length })}
            </span>
            {a.chosen_at && (
              <StatusTag tone="success">{t(a.committed_at ? 'commit.tag' : 'alternative.chosen')}</StatusTag>
            )}
          </Button>
        ))}
        {mayWrite && (
          <Button type="button" variant="tertiary" onClick={() => setOpen('new')}>
            {t('alternative.new')}
          </Button>
        )}
      </div>
      {shown && <About shown={shown} />}
      {shown && mayWrite && <Actions shown={shown} step={step} onOpen={setOpen} />}
      {(open === 'new' || open === 'copy' || open === 'edit') && (
        <AlternativeDialog
          siteId={data.site_id}
          what={open}
          alternative={open === 'new' ? undefined : shown}
          onClose={close}
          onMade={onAlternative}
        />
      )}
      {shown && open === 'commit' && (
        <CommitDialog siteId={data.site_id} alternative={shown} onClose={close} />
      )}
      {shown && (
        <Confirms
          siteId={data.site_id}
          shown={shown}
          open={open}
          onClose={close}
          onAlternative={onAlternative}
        />
      )}
    </section>
  );
}

function About({ shown }: { shown: Alternative }) {
  const t = useT();
  return (
    <p className="muted flush">
      {t('alternative.by')} <bdi>{shown.made_by}</bdi> <When at={shown.created_at} />
      {shown.note && (
        <>
          {' · '}
          <bdi>{shown.note}</bdi>
        </>
      )}
      {shown.chosen_at && (
        <>
          {' · '}
          {t('alternative.chosenBy')} <bdi>{shown.chosen_by}</bdi> <When at={shown.chosen_at} />:{' '}
          <bdi>{shown.chosen_because}</bdi>
        </>
      )}
      {shown.committed_at && (
        <>
          {' · '}
          {t('commit.was')} <When at={shown.committed_at} />
        </>
      )}
    </p>
  );
}

interface ActionsProps {
  shown: Alternative;
  step: Props['step'];
  onOpen: (what: 'copy' | 'edit' | 'choose' | 'discard' | 'commit') => void;
}
function Actions({ shown, step, onOpen }: ActionsProps) {
  const t = useT();
  if (shown.chosen_at)
    return (
      <div className="actions">
        {!shown.committed_at && (
          <Button type="button" onClick={() => onOpen('commit')}>
            {t('commit.open')}
          </Button>
        )}
        <Button type="button" variant="secondary" onClick={() => onOpen('copy')}>
          {t('alternative.copy')}
        </Button>
        {!shown.committed_at && (
          <Button type="button" variant="tertiary" onClick={() => step.mutate({ what: 'release' })}>
            {t('alternative.release')}
          </Button>
        )}
      </div>
    );
  return (
    <div className="actions">
      <Button type="button" loading={step.isPending} onClick={() => step.mutate({ what: 'suggest' })}>
        {t('alternative.suggest')}
      </Button>
      <Button type="button" variant="secondary" onClick={() => onOpen('choose')}>
        {t('alternative.choose')}
      </Button>
      <Button type="button" variant="tertiary" onClick={() => onOpen('copy')}>
        {t('alternative.copy')}
      </Button>
      <Button type="button" variant="tertiary" onClick={() => onOpen('edit')}>
        {t('alternative.edit')}
      </Button>
      <Button type="button" variant="tertiary" onClick={() => onOpen('discard')}>
        {t('alternative.discard')}
      </Button>
    </div>
  );
}

interface ConfirmsProps {
  siteId: string;
  shown: Alternative;
  open: string | undefined;
  onClose: () => void;
  onAlternative: Props['onAlternative'];
}
function Confirms({ siteId, shown, open, onClose, onAlternative }: ConfirmsProps) {
  const t = useT();
  const refresh = useRefreshBoard(siteId);
  const { id, name, version } = shown;
  const done = (text: string) => {
    toast(text);
    onClose();
    return refresh();
  };
  return (
    <>
      <ConfirmDialog
        open={open === 'choose'}
        title={t('alternative.chooseTitle', { name })}
        text={t('alternative.chooseText')}
        confirmLabel={t('alternative.choose')}
        reasonLabel={t('alternative.why')}
        onClose={onClose}
        onConfirm={(because) =>
          choose(id, { version, because: because.slice(0, 200) }).then(
            () => done(t('alternative.isChosen', { name })),
            toastError,
          )
        }
      />
      <ConfirmDialog
        open={open === 'discard'}
        danger
        title={t('alternative.discardTitle', { name })}
        confirmLabel={t('alternative.discard')}
        onClose={onClose}
        onConfirm={() =>
          discard(id, version).then(() => {
            onAlternative(undefined);
            return done(t('alternative.discarded'));
          }, toastError)
        }
      />
    </>
  );
}
