import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { day, isoDay } from '@/shared/format/dates';
import type { Checklist, Line, Step } from '../queries';
import { byRoom, checkers, reached } from '../steps';
import { useT } from '../texts';
import './paper.css';

/** Prints the list as the district knows it on paper; ticks that are made stand in it, the rest is for a pen. */
export function PrintPaper({ list, onDone }: { list: Checklist; onDone: () => void }) {
  useEffect(() => {
    addEventListener('afterprint', onDone);
    window.print();
    return () => removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(
    <div className="checklist-print">
      <Paper list={list} />
    </div>,
    document.body,
  );
}

export function Paper({ list }: { list: Checklist }) {
  const t = useT();
  const deviating = list.lines.filter((l) => l.reason);
  return (
    <article className="checklist-paper" aria-label={t('paper.title', { site: list.site.name })}>
      <h2>
        <bdi>{t('paper.title', { site: list.site.name })}</bdi>
      </h2>
      <div className="paper-head">
        <span>
          {t('paper.unit')} <strong>{list.unit.label}</strong>
        </span>
        <span>
          {t('paper.by')} <bdi>{checkers(list).join(', ')}</bdi>
        </span>
      </div>
      <table>
        {byRoom(list.lines.filter((l) => l.quantity > 0)).map(({ room, lines }, number) => (
          <tbody key={room}>
            <tr>
              <th scope="rowgroup" colSpan={number === 0 ? 1 : 4}>
                <bdi>{room}</bdi>
              </th>
              {number === 0 && (
                <>
                  <th scope="col">{t('checklist.quantity')}</th>
                  <th scope="col">{t('step.checked')}</th>
                  <th scope="col">{t('step.placed')}</th>
                </>
              )}
            </tr>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  <bdi>{line.item}</bdi>
                </td>
                <td>{line.quantity}</td>
                <td>
                  <Ticked line={line} step="checked" />
                </td>
                <td>
                  {line.needs_assembly && `${t('step.assembled')} `}
                  <Ticked line={line} step="placed" />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {deviating.length > 0 && (
        <section>
          <h3>{t('paper.deviations')}</h3>
          <ul>
            {deviating.map((l) => (
              <li key={l.id}>
                <bdi>
                  {l.item}: {l.quantity} ({l.package_quantity}). {l.reason}
                </bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        {t('paper.page', {
          package: t('furnishing.edition', { name: list.package_name, edition: list.edition }),
          day: day(isoDay()),
        })}
      </p>
    </article>
  );
}

const Ticked = ({ line, step }: { line: Line; step: Step }) => (reached(line, step) ? '✓' : '');
