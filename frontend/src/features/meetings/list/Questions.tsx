import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { countSet } from '@/shared/routing/search';
import { DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterCheck, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { OriginLink } from '../followup/ActionLine';
import { AnswerButton, AnswerDialog } from '../followup/AnswerButton';
import { services } from '../kinds';
import type { QuestionSearch } from '../meetingSearch';
import { type ListedQuestion, type Question, questions } from '../queries';
import { useT } from '../texts';
import { Frame } from './Frame';

interface Props {
  search: QuestionSearch;
  onSearch: (change: Partial<QuestionSearch>) => void;
}
/** What nobody knew: until it is answered it stands here. */
export function Questions({ search, onSearch }: Props) {
  const t = useT();
  const { answered, organisation } = search;
  const query = useInfiniteQuery(questions({ answered: answered ?? false, organisation }));
  const [open, setOpen] = useState<Question>();
  const clear = { answered: undefined, organisation: undefined };
  return (
    <Frame view="/moter/sporsmal">
      <FilterBar active={countSet(search, ['answered', 'organisation'])} onClear={() => onSearch(clear)}>
        <FilterSelect
          label={t('question.organisation')}
          value={organisation}
          options={services.map((s) => ({ value: s, label: t(`audience.${s}`) }))}
          onChange={(chosen) => onSearch({ organisation: chosen })}
        />
        <FilterCheck
          label={t('questions.answered')}
          value={answered}
          onChange={(chosen) => onSearch({ answered: chosen })}
        />
      </FilterBar>
      <DataList
        label={t('meetings.tab./moter/sporsmal')}
        query={query}
        columns={[
          { key: 'what', header: t('question.what'), cell: (q) => <Asked question={q} /> },
          { key: 'until', header: t('question.until'), cell: (q) => <Until question={q} /> },
          { key: 'whence', header: t('action.whence'), cell: (q) => <OriginLink meeting={q.meeting} /> },
          {
            key: 'do',
            header: t('action.do'),
            cell: (q) => <AnswerButton question={q} onAnswer={setOpen} />,
          },
        ]}
        rowKey={(q) => q.id}
        card={(q) => (
          <>
            <Asked question={q} />
            <Until question={q} />
            <OriginLink meeting={q.meeting} />
            <AnswerButton question={q} onAnswer={setOpen} />
          </>
        )}
        empty={<EmptyState title={t('questions.none')} hint={t('questions.noneHint')} />}
      />
      {open && <AnswerDialog question={open} onClose={() => setOpen(undefined)} />}
    </Frame>
  );
}

function Asked({ question: q }: { question: ListedQuestion }) {
  const t = useT();
  return (
    <span className="meet-text">
      <bdi>{q.question}</bdi>
      {q.answer && <bdi className="meet-answer">{q.answer}</bdi>}
      <bdi className="muted meet-with">{joined(q.finder?.name, t(`audience.${q.finder_organisation}`))}</bdi>
    </span>
  );
}

function Until({ question: q }: { question: ListedQuestion }) {
  const t = useT();
  const late = !q.answered_at && q.until < isoDay();
  return (
    <span className="meet-tags">
      <When at={q.until} as="day" />
      {late && <StatusTag tone="warning">{t('action.status.overdue')}</StatusTag>}
    </span>
  );
}
