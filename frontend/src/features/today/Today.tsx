import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { textOf } from '@/shared/i18n';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { sentenceOf } from '@/shared/words/line';
import { SeverityWord } from '@/shared/words/tags';
import { type TodayLine, today } from './queries';
import { useT } from './texts';
import './today.css';

export function Today() {
  const t = useT();
  const query = useQuery(today);
  if (query.isPending) return <LoadingState lines={8} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const sections = query.data.sections.filter((s) => s.lines.length > 0);
  if (sections.length === 0)
    return (
      <EmptyState
        icon={<CheckmarkCircleIcon aria-hidden fontSize="2rem" />}
        title={t('today.quiet')}
        hint={t('today.quietHint')}
      />
    );
  return (
    <div className="today">
      {sections.map((s) => (
        <Section key={s.key} title={textOf(`today.${s.key}`) ?? s.key}>
          <ul className="today-lines">
            {s.lines.map((line, i) => (
              <Line key={`${line.kind}-${line.link?.id ?? i}`} line={line} />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function Line({ line }: { line: TodayLine }) {
  const t = useT();
  const path = line.link ? pathTo(line.link.to, line.link.id) : undefined;
  const sentence = sentenceOf(line);
  const due = /^(incident|measure|action)\./.test(line.kind);
  return (
    <li>
      <span className="today-mark">{line.severity && <SeverityWord severity={line.severity} />}</span>
      <span className="today-text">
        {path ? (
          <PathLink path={path}>
            <bdi>{line.title ?? sentence}</bdi>
          </PathLink>
        ) : (
          <bdi>{line.title ?? sentence}</bdi>
        )}
        {line.title && sentence !== line.title && <bdi className="muted">{sentence}</bdi>}
      </span>
      <span className="muted today-at">
        {line.overdue && <StatusTag tone="warning">{t('today.overdue')}</StatusTag>}{' '}
        {line.day ? (
          <>
            {due && `${t('today.due')} `}
            <When at={line.day} />
          </>
        ) : (
          line.at && <When at={line.at} />
        )}
      </span>
    </li>
  );
}
