import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Section } from '@/shared/ui/Page';
import { ActivityStatusWord } from '@/shared/words/tags';
import type { Activity } from '../queries';
import { useT } from '../texts';
import { DayText } from '../words';

/** Every day that this has stood on; nothing where it never moved. */
export function Chain({ activity: one }: { activity: Activity }) {
  const t = useT();
  if (one.chain.length < 2) return null;
  return (
    <Section title={t('activity.chain', { count: one.chain.length - 1 })}>
      <ol className="lines act-chain">
        {one.chain.map((link) => {
          const text = <DayText of={{ ...link, ends: null }} />;
          const shown = link.status === 'postponed' ? <s>{text}</s> : text;
          return (
            <li key={link.id} aria-current={link.id === one.id ? 'true' : undefined}>
              <span className="line-main">
                {link.id === one.id ? (
                  <strong>{shown}</strong>
                ) : (
                  <PathLink path={pathTo('activity', link.id) ?? ''}>{shown}</PathLink>
                )}
              </span>
              <span className="row tight">
                {link.reason && <span className="muted">{t(`activity.reason.${link.reason}`)}</span>}
                <ActivityStatusWord status={link.status} />
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
