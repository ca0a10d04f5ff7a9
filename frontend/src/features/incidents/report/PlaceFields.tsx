import { useQueryClient } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { RadioCards, SelectField, TextField } from '@/shared/forms/fields';
import { PickField } from '@/shared/forms/PickField';
import { useSession } from '@/shared/session/session';
import { allUnits } from '../queries';
import { useT } from '../texts';
import { matching, useUnitPick } from '../unitPick';

const common = ['entrance', 'stairs', 'corridor', 'laundry', 'outside', 'waste'] as const;

/** A unit by its number, or a common area in words. */
export function PlaceFields() {
  const t = useT();
  const { sites } = useSession();
  const { setValue, control } = useFormContext();
  const queryClient = useQueryClient();
  const pick = useUnitPick();
  const [where, site, place]: unknown[] = useWatch({ control, name: ['where', 'site_id', 'place'] });
  return (
    <div className="report-place">
      <RadioCards
        name="where"
        label={t('report.where')}
        columns={2}
        options={[
          { value: 'unit', label: t('report.inUnit') },
          { value: 'common', label: t('report.inCommon') },
        ]}
      />
      {where === 'unit' ? (
        <PickField
          name="unit_id"
          label={t('report.unit')}
          hint={t('report.unitHint')}
          optional
          source={`units-${String(site)}`}
          search={async (q) => {
            const all = await queryClient.ensureQueryData(allUnits);
            return matching(all, q, typeof site === 'string' ? site : '').map(pick);
          }}
        />
      ) : (
        <>
          {sites.length > 1 && (
            <SelectField
              name="site_id"
              label={t('report.site')}
              empty={false}
              options={sites.map((s) => ({ value: s.id, label: s.name }))}
            />
          )}
          <TextField name="place" label={t('report.place')} optional maxLength={200} />
          <ul className="plain-list chips" aria-label={t('report.placeIdeas')}>
            {common.map((c) => (
              <li key={c}>
                <button
                  type="button"
                  className="chip"
                  aria-pressed={place === t(`report.common.${c}`)}
                  onClick={() => setValue('place', t(`report.common.${c}`), { shouldDirty: true })}
                >
                  {t(`report.common.${c}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
