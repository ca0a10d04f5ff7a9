import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { StatusTag } from '@/shared/ui/Tag';
import { OverPage } from '../OverPage';
import type { Checklist, Line } from '../queries';
import { byRoom, steps } from '../steps';
import { useT } from '../texts';
import type { Ticking } from '../ticking';
import { EditDeviation } from './EditDeviation';
import { ReportShortage } from './ReportShortage';
import { StepCell } from './StepCell';

interface Props {
  list: Checklist;
  ticking: Ticking;
}
/** The paper's columns with the whole lane between them. */
export function ChecklistTable({ list, ticking }: Props) {
  const t = useT();
  const title = t('checklist.title', { unit: list.unit.label });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by keyboard
    <div className="checklist-frame" role="region" aria-label={title} tabIndex={0}>
      <table className="ds-table table checklist">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('checklist.item')}</th>
            <th scope="col">{t('checklist.quantity')}</th>
            {steps.map((step) => (
              <th key={step} scope="col" className={`step-${step}`}>
                {t(`step.${step}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('checklist.more')}</span>
            </th>
          </tr>
        </thead>
        {byRoom(list.lines).map(({ room, lines }) => (
          <tbody key={room}>
            <tr className="checklist-room">
              <th scope="rowgroup" colSpan={steps.length + 3}>
                <bdi>{room}</bdi>
              </th>
            </tr>
            {lines.map((line) => (
              <LineRow key={line.id} list={list} line={line} ticking={ticking} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function LineRow({ list, line, ticking }: Props & { line: Line }) {
  const t = useT();
  return (
    <tr data-out={line.quantity === 0 || undefined}>
      <th scope="row">
        <bdi>{line.item}</bdi>
        <Remarks line={line} />
      </th>
      <td className="figures">{line.quantity === 0 ? t('checklist.leftOut') : line.quantity}</td>
      {steps.map((step) => (
        <td key={step} className={`step-${step}`}>
          <StepCell list={list} line={line} step={step} ticking={ticking} />
        </td>
      ))}
      <td className="checklist-more">
        <More list={list} line={line} />
      </td>
    </tr>
  );
}

export function Remarks({ line }: { line: Line }) {
  const t = useT();
  return (
    <>
      {line.short > 0 && (
        <span className="checklist-remark">
          <StatusTag tone="danger">{t('checklist.short', { count: line.short })}</StatusTag>{' '}
          {line.short_note && <bdi>{line.short_note}</bdi>}
        </span>
      )}
      {line.quantity !== line.package_quantity && (
        <span className="checklist-remark">
          <StatusTag tone="info">
            {line.package_quantity
              ? t('checklist.deviation', { count: line.package_quantity })
              : t('checklist.beyond')}
          </StatusTag>{' '}
          <bdi>{line.reason}</bdi>
        </span>
      )}
    </>
  );
}

function More({ list, line }: { list: Checklist; line: Line }) {
  const t = useT();
  const mayTick = useMay('furnishing:tick');
  const mayWrite = useMay('furnishing:write');
  const [open, setOpen] = useState<'short' | 'deviation'>();
  const close = () => setOpen(undefined);
  if (list.key) return null;
  return (
    <span className="checklist-acts">
      {mayTick && line.quantity > 0 && (
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          aria-label={`${line.item}: ${t('short.action')}`}
          onClick={() => setOpen('short')}
        >
          {t('short.action')}
        </Button>
      )}
      {mayWrite && (
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          aria-label={`${line.item}: ${t('deviation.action')}`}
          onClick={() => setOpen('deviation')}
        >
          {t('deviation.action')}
        </Button>
      )}
      {open && (
        <OverPage>
          {open === 'short' ? (
            <ReportShortage list={list} line={line} onClose={close} />
          ) : (
            <EditDeviation list={list} line={line} onClose={close} />
          )}
        </OverPage>
      )}
    </span>
  );
}
