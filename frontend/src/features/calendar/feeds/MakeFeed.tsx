import * as z from 'zod/mini';
import { Form } from '@/shared/forms/Form';
import { RadioCards, TextField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useSession } from '@/shared/session/session';
import { makeFeed, useKeepFeeds } from '../queries';
import { useT } from '../texts';

const MINE = 'mine';
const schema = z.object({ label: requiredText(60), what: z.string() });

export function MakeFeed({ onMade }: { onMade: (address: string) => void }) {
  const t = useT();
  const { sites } = useSession();
  const keep = useKeepFeeds();
  const state = useServerForm({
    schema,
    defaultValues: { label: '', what: MINE },
    fieldOf: (field) => (field === 'site_id' ? 'what' : field),
    save: async ({ label, what }) => {
      const made = await makeFeed({ label, site_id: what === MINE ? null : what });
      await keep();
      onMade(made.address);
    },
  });
  return (
    <Form state={state} submitLabel={t('feeds.make')}>
      <TextField name="label" label={t('feeds.label')} hint={t('feeds.labelHint')} maxLength={60} />
      <RadioCards
        name="what"
        label={t('feeds.what')}
        options={[
          { value: MINE, label: t('feeds.mine') },
          ...sites.map((site) => ({ value: site.id, label: t('feeds.site', { site: site.name }) })),
        ]}
      />
    </Form>
  );
}
