import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { NetworkError } from '@/shared/api/problem';
import { Form } from '@/shared/forms/Form';
import { RadioCards, TextareaField } from '@/shared/forms/fields';
import { choice, optionalText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { usePictures } from '@/shared/media/usePictures';
import { enqueue, type OutboxItem } from '@/shared/offline/outbox';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { kindNames, kinds } from './kinds';
import { LifeNumbers } from './LifeNumbers';
import {
  isForLater,
  myReports,
  type NewReport,
  type Reported,
  sendReport,
  sendReportPicture,
  WAITING,
  waitingReports,
} from './queries';
import { useT } from './texts';
import './reports.css';

const schema = z.object({
  category: choice(kindNames, 'tell.kindMissing'),
  place: choice(['my_unit', 'common_area'], 'tell.placeMissing'),
  danger: choice(['no', 'yes'], 'tell.dangerMissing'),
  description: optionalText(4000),
});

export interface Sent {
  /** Missing while the report waits for network. */
  report?: Reported;
  danger: boolean;
  /** Pictures the server did not take, and those that wait for network. */
  picturesRefused: number;
  picturesWaiting: number;
}

export function ReportForm({ onSent }: { onSent: (sent: Sent) => void }) {
  const t = useT();
  const client = useQueryClient();
  const pictures = usePictures(6);
  const wait = async (item: Omit<OutboxItem, 'queuedAt' | 'kind'>) => {
    await enqueue({ ...item, kind: WAITING });
    await client.invalidateQueries({ queryKey: waitingReports.queryKey });
  };
  const state = useServerForm({
    schema,
    defaultValues: { category: '' as never, place: '' as never, danger: '' as never, description: '' },
    save: async (given, key) => {
      const danger = given.danger === 'yes';
      const content: NewReport = {
        category: given.category,
        place: given.place,
        danger,
        description: given.description || null,
      };
      // the queue sends under the same key: an answer lost on the way does not make a second report
      const item = { key: key['Idempotency-Key'], content: { ...content } };
      let report: Reported;
      try {
        report = await sendReport(content, key);
      } catch (error) {
        if (!(error instanceof NetworkError)) throw error;
        const chosen = pictures.list.flatMap((p) => (p.blob ? [{ key: p.id, blob: p.blob }] : []));
        await wait({ ...item, pictures: chosen });
        return onSent({ danger, picturesRefused: 0, picturesWaiting: chosen.length });
      }
      const later: { key: string; blob: Blob }[] = [];
      const missing = await pictures.upload(async (blob, pictureKey, onProgress) => {
        try {
          await sendReportPicture(report.id, blob, pictureKey, onProgress);
        } catch (error) {
          if (isForLater(error)) later.push({ key: pictureKey, blob });
          throw error;
        }
      });
      if (later.length > 0) await wait({ ...item, pictures: later, createdId: report.id });
      void client.invalidateQueries({ queryKey: myReports.queryKey });
      onSent({
        report,
        danger,
        picturesRefused: missing - later.length,
        picturesWaiting: later.length,
      });
    },
  });
  const danger = useWatch({ control: state.form.control, name: 'danger' });
  return (
    <div className="report-form">
      <Form state={state} submitLabel={t('tell.send')} large>
        <div className="kinds">
          <RadioCards
            name="category"
            label={t('tell.kind')}
            columns={2}
            options={kindNames.map((kind) => {
              const Icon = kinds[kind];
              return {
                value: kind,
                label: t(`tell.kind.${kind}`),
                icon: <Icon aria-hidden fontSize="2rem" />,
              };
            })}
          />
        </div>
        <RadioCards
          name="place"
          label={t('tell.place')}
          columns={2}
          options={[
            { value: 'my_unit', label: t('tell.place.my_unit') },
            { value: 'common_area', label: t('tell.place.common_area') },
          ]}
        />
        <RadioCards
          name="danger"
          label={t('tell.danger')}
          hint={t('tell.dangerHint')}
          columns={2}
          options={[
            { value: 'no', label: t('tell.danger.no') },
            { value: 'yes', label: t('tell.danger.yes') },
          ]}
        />
        <div aria-live="polite">{danger === 'yes' && <LifeNumbers />}</div>
        <TextareaField
          name="description"
          label={t('tell.words')}
          hint={t('tell.wordsHint')}
          optional
          max={4000}
        />
        <PicturePicker pictures={pictures} label={t('tell.pictures')} hint={t('tell.picturesHint')} large />
      </Form>
    </div>
  );
}
