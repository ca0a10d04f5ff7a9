import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { joined } from '@/shared/format/joined';
import { Form } from '@/shared/forms/Form';
import { TextareaField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { textOf } from '@/shared/i18n';
import { DescriptionList, PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { AddPictures } from './AddPictures';
import { isKind } from './kinds';
import { PlainStatusTag } from './PlainStatusTag';
import { myReport, sendMessage } from './queries';
import { useT } from './texts';
import './reports.css';

/** `title` stands while the report itself is on its way. */
export function MyReport({ id, title, back }: { id: string; title: string; back: ReactNode }) {
  const t = useT();
  const query = useQuery(myReport(id));
  const [answers, setAnswers] = useState(0);
  if (query.isPending || (query.isError && !query.data))
    return (
      <>
        <PageHeader title={title} back={back} />
        {query.isPending ? (
          <LoadingState lines={6} />
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  const report = query.data;
  const { handler } = report;
  const name = isKind(report.category) ? t(`tell.kind.${report.category}`) : report.title;
  return (
    <div className="stack">
      <PageHeader
        title={name}
        back={back}
        tags={<PlainStatusTag status={report.status} />}
        lead={<bdi dir="ltr">{report.number}</bdi>}
      />
      <DescriptionList
        items={[
          { term: t('reports.who'), value: <bdi>{whoHasIt(handler)}</bdi> },
          {
            term: t('reports.where'),
            value: report.unit_label
              ? t('reports.unit', { unit: report.unit_label })
              : t('tell.place.common_area'),
          },
          { term: t('reports.when'), value: <When at={report.created_at} as="words" /> },
          { term: t('reports.said'), value: report.description && <bdi>{report.description}</bdi> },
        ]}
      />
      {report.pictures.length > 0 && (
        <ul className="plain-list report-pictures" aria-label={t('tell.pictures')}>
          {report.pictures.map((picture, i) => (
            <li key={picture.id}>
              <a href={`/v1/portal/pictures/${picture.id}`} target="_blank" rel="noreferrer">
                <img
                  src={`/v1/portal/pictures/${picture.id}/thumbnail`}
                  alt={t('reports.picture', { number: i + 1 })}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <section aria-label={t('reports.talk')}>
        <h2 className="reports-heading">{t('reports.talk')}</h2>
        {report.messages.length === 0 && <p className="muted flush">{t('reports.noTalk')}</p>}
        <ol className="plain-list messages">
          {report.messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      </section>
      <Answer key={answers} id={id} onSent={() => setAnswers((n) => n + 1)} />
      <AddPictures id={id} />
    </div>
  );
}

function whoHasIt(handler: Schemas['Handler']) {
  const service = handler.organisation ?? textOf(`audience.${handler.responsible}`);
  return joined(service, handler.role && textOf(`role.${handler.role}`));
}

function Message({ message }: { message: Schemas['MessageView'] }) {
  const t = useT();
  return (
    <li data-mine={message.mine}>
      <span className="muted">
        {message.mine ? t('reports.me') : t(`reports.by.${message.by}`)} · <When at={message.created_at} />
      </span>
      {message.status && (
        <span>
          {t('reports.newStatus')} <PlainStatusTag status={message.status} />
        </span>
      )}
      {message.corrects_id && <span>{t('reports.correction')}</span>}
      {message.body && (
        <bdi className="message-body" dir="auto">
          {message.body}
        </bdi>
      )}
    </li>
  );
}

const schema = z.object({ text: requiredText(4000, 'reports.answerMissing') });

function Answer({ id, onSent }: { id: string; onSent: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: { text: '' },
    fieldOf: (field) => (field === 'body' ? 'text' : field),
    save: async ({ text }, key) => {
      client.setQueryData(myReport(id).queryKey, await sendMessage(id, text, key));
      onSent();
    },
  });
  return (
    <Form state={state} submitLabel={t('reports.send')} large>
      <TextareaField name="text" label={t('reports.answer')} rows={3} max={4000} />
    </Form>
  );
}
