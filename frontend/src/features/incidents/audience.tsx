import { HandshakeIcon, PadlockLockedIcon, PersonIcon } from '@navikt/aksel-icons';
import type { Option } from '@/shared/forms/fields';
import { RadioCards } from '@/shared/forms/fields';
import { useLocale } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { StatusTag } from '@/shared/ui/Tag';
import type { EntryAudience } from '@/shared/words/values';
import type { Incident, Service } from './queries';
import { useT } from './texts';

const icons = { internal: PadlockLockedIcon, partners: HandshakeIcon, reporter: PersonIcon };
const tones = { internal: 'neutral', partners: 'info', reporter: 'info' } as const;

/** Who reads a line of the timeline, a picture or a measure. */
export function AudienceWord({ audience }: { audience: EntryAudience }) {
  const t = useT();
  const Icon = icons[audience];
  return (
    <StatusTag tone={tones[audience]}>
      <Icon aria-hidden />
      {t(`incident.audience.${audience}`)}
    </StatusTag>
  );
}

/** The services that share the case besides the district, as far as the reader knows. */
export const partnersOf = (incident: Incident): readonly Service[] =>
  incident.view === 'care' ? incident.shared_with : ['landlord'];

/** What the writer may choose between, the narrowest first; the consequence of each in words. */
export function useAudiences(incident: Incident): (Option & { value: EntryAudience })[] {
  const t = useT();
  const { audience } = useSession();
  const partners = partnersOf(incident);
  const names = new Intl.ListFormat(useLocale()).format(partners.map((p) => t(`incident.the.${p}`)));
  const option = (value: EntryAudience, hint: string) => {
    const Icon = icons[value];
    return { value, label: t(`incident.audience.${value}`), hint, icon: <Icon aria-hidden /> };
  };
  if (incident.view === 'building') return [option('partners', t('incident.audience.fromLandlord'))];
  const internal = audience === 'district' ? [option('internal', t('incident.audience.internalHint'))] : [];
  const shared = option(
    'partners',
    names ? t('incident.audience.partnersHint', { names }) : t('incident.audience.partnersNone'),
  );
  const resident = incident.from_resident ? [option('reporter', t('incident.audience.reporterHint'))] : [];
  return [...internal, shared, ...resident];
}

/** An explicit choice; where there is only one, it is said instead. */
export function AudienceChoice({
  incident,
  name = 'audience',
  label,
  without,
}: {
  incident: Incident;
  name?: string;
  label?: string;
  without?: EntryAudience;
}) {
  const t = useT();
  const options = useAudiences(incident).filter((o) => o.value !== without);
  const [only, second] = options;
  if (!second)
    return (
      <p className="inc-only flush">
        {only?.icon} {only?.hint}
      </p>
    );
  return <RadioCards name={name} label={label ?? t('incident.audience.who')} options={options} />;
}
