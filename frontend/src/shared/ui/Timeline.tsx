import type { ReactNode } from 'react';
import { When } from './When';

export interface TimelineEntry {
  id: string;
  at: string;
  title: ReactNode;
  who?: string | null;
  tag?: ReactNode;
  body?: ReactNode;
}
/** Dated entries on a line, in the order given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((e) => (
        <li key={e.id}>
          <div className="timeline-head">
            <span className="timeline-title">{e.title}</span>
            {e.tag}
            <span className="muted">
              {e.who && (
                <>
                  <bdi>{e.who}</bdi> ·{' '}
                </>
              )}
              <When at={e.at} />
            </span>
          </div>
          {e.body && <div className="timeline-body">{e.body}</div>}
        </li>
      ))}
    </ol>
  );
}
