import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Schemas } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { CheckboxField, TextareaField, TextField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import type { Pick } from '@/shared/forms/PickField';
import { useServerForm } from '@/shared/forms/useServerForm';
import { textOf } from '@/shared/i18n';
import type { Pictures } from '@/shared/media/usePictures';
import { useMay, useSession, useSite } from '@/shared/session/session';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { useOnline } from '@/shared/ui/states';
import type { IncidentCategory } from '@/shared/words/values';
import { kinds } from '../kinds';
import { report } from '../mutations';
import { useT } from '../texts';
import { AcuteFirst } from './AcuteFirst';
import { CategoryField } from './CategoryField';
import { dropDraft, findDraft, keepDraft } from './draft';
import { PlaceFields } from './PlaceFields';
import { emptyReport, type Report, type ReportInput, reportSchema, toServer } from './reportSchema';
import { SeverityField } from './SeverityField';
import { WhenFields } from './WhenFields';

export interface Sent {
  reported: Schemas['Reported'];
  sharePictures: boolean;
}
interface Props {
  pictures: Pictures;
  /** From the page somebody came from. */
  unit?: Pick;
  onSent: (sent: Sent) => void;
  onCancel: () => void;
}
export function ReportForm({ pictures, unit, onSent, onCancel }: Props) {
  const t = useT();
  const { actor_id, audience } = useSession();
  const mayAddPictures = useMay('incidents:read');
  const { site } = useSite();
  const [draft, setDraft] = useState(() => findDraft(actor_id));
  const sent = useRef(false);
  const fresh = { ...emptyReport, site_id: site?.id ?? '', unit_id: unit ?? null };
  const state = useServerForm<ReportInput, Report>({
    schema: reportSchema,
    defaultValues: { ...fresh, ...draft, ...(unit && { unit_id: unit, where: 'unit' as const }) },
    save: async (values, headers) => {
      const reported = await report(toServer(values), headers);
      sent.current = true;
      dropDraft();
      onSent({ reported, sharePictures: values.share_pictures });
    },
  });
  const { form } = state;
  const values = useWatch({ control: form.control });
  const { category } = values;
  const begun = form.formState.isDirty || draft !== undefined;
  useEffect(() => {
    if (begun && !sent.current) keepDraft(actor_id, form.getValues());
  }, [begun, actor_id, form, values]);

  const follow = (next: IncidentCategory) => {
    // what nobody has touched follows the category
    const before = category ? kinds[category] : undefined;
    const { title, severity } = form.getValues();
    if (!title || (category && title === t(`category.${category}`)))
      form.setValue('title', t(`category.${next}`), { shouldDirty: true });
    if (!severity || severity === before?.severity) form.setValue('severity', kinds[next].severity);
  };
  const forget = () => {
    dropDraft();
    setDraft(undefined);
    form.reset(fresh);
  };
  const building = category && kinds[category].group === 'building';
  return (
    <div className="report" data-start={!category || undefined}>
      {draft && <Restored onForget={forget} />}
      <Form state={state} submitLabel={t('report.send')} onCancel={onCancel} large>
        <CategoryField key={draft ? 'kept' : 'new'} onChosen={follow} />
        {category && (
          <>
            {values.severity === 'acute' && (
              <AcuteFirst
                first={building ? 'landlord' : 'district'}
                siteId={values.site_id || undefined}
                unitId={values.where === 'unit' ? values.unit_id?.id : undefined}
              />
            )}
            <PlaceFields />
            {mayAddPictures && (
              <PicturePicker
                pictures={pictures}
                label={t('report.pictures')}
                hint={t('report.picturesHint')}
              />
            )}
            {building && audience === 'district' && pictures.list.length > 0 && (
              <CheckboxField
                name="share_pictures"
                label={t('report.sharePictures')}
                hint={t('report.sharePicturesHint')}
              />
            )}
            <TextField name="title" label={t('report.title')} maxLength={200} />
            <SeverityField label={t('report.severity')} />
            <TextareaField
              name="description"
              label={t('report.description')}
              hint={t('incident.noHealth')}
              rows={3}
              optional
            />
            <NumberWarning names={['title', 'place', 'description']} />
            <WhenFields />
            <p className="muted flush">
              {t(
                audience === 'landlord'
                  ? 'report.fromLandlord'
                  : building
                    ? 'report.toLandlord'
                    : audience === 'nav'
                      ? 'report.fromNav'
                      : 'report.toDistrict',
              )}
            </p>
          </>
        )}
        <Offline pictures={pictures.list.length} />
      </Form>
    </div>
  );
}

function Restored({ onForget }: { onForget: () => void }) {
  const t = useT();
  return (
    <div className="report-note" role="status">
      <span>{t('report.restored')}</span>
      <Button type="button" variant="tertiary" onClick={onForget}>
        {t('form.discard')}
      </Button>
    </div>
  );
}

function Offline({ pictures }: { pictures: number }) {
  const t = useT();
  const online = useOnline();
  return (
    <div role="status" className="quiet-word">
      {!online && (
        <p className="number-warning flush">
          {t('report.offline')} {pictures > 0 && textOf('report.offlinePictures')}
        </p>
      )}
    </div>
  );
}
