import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { type Look, looksAtMe } from './queries';
import { useT } from './texts';
import './my-data.css';

/** Who has looked at what is stored about me, the latest first. */
export function WhoLooked() {
  const t = useT();
  const query = useInfiniteQuery(looksAtMe);
  if (query.isPending) return <LoadingState lines={4} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const looks = query.data.pages.flatMap((page) => page.items);
  if (looks.length === 0) return <p className="muted flush">{t('mine.noLooks')}</p>;
  return (
    <>
      <ol className="plain-list looks">
        {looks.map((look, i) => (
          <LookLine key={`${look.at} ${look.page} ${i}`} look={look} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          type="button"
          variant="secondary"
          data-size="lg"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}

function LookLine({ look }: { look: Look }) {
  const t = useT();
  const room = look.page.split('.')[0] ?? '';
  const role = textOf(`role.${look.role}`) ?? look.role;
  const service = look.organisation ?? textOf(`audience.${look.audience}`);
  const what = textOf(`mine.page.${look.page}`) ?? textOf(`mine.page.${room}`) ?? t('mine.page.other');
  return (
    <li>
      <span>{what}</span>
      <strong>
        <bdi>{joined(role, service)}</bdi>
      </strong>
      <span className="muted">
        <When at={look.at} as="short" />
      </span>
      {look.purpose && (
        <span>
          {t('mine.why')} <bdi>{purposeOf(look.purpose)}</bdi>
        </span>
      )}
    </li>
  );
}

/** `bank: words` as the log keeps it: the code in my language, the words as they were written. */
function purposeOf(purpose: string): string {
  const [, code = '', note = ''] = /^([a-z_]+)(?:: ?(.*))?$/s.exec(purpose) ?? [];
  const known = textOf(`mine.purpose.${code}`);
  return known ? joined(known, note) : purpose;
}
