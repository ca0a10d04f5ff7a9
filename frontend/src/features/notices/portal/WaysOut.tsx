import { useQuery } from '@tanstack/react-query';
import { toast, toastError } from '@/shared/ui/toasts';
import { type Channel, myChannels, useChooseChannels } from './queries';
import { useT } from './texts';

/** Shown where the house has a way out and we know where to reach the person. */
export function WaysOut() {
  const t = useT();
  const { data } = useQuery(myChannels);
  const choose = useChooseChannels();
  if (!data?.channels.length) return null;
  const chosen = data.channels.filter((one) => one.chosen).map((one) => one.channel);
  const change = (channel: Channel, wanted: boolean) => {
    const rest = chosen.filter((one) => one !== channel);
    choose.mutate(wanted ? [...rest, channel] : rest, {
      onSuccess: () => toast(t('notices.waysSaved')),
      onError: toastError,
    });
  };
  return (
    <fieldset className="ways">
      <legend>{t('notices.ways')}</legend>
      <p className="muted flush">{t('notices.waysLead')}</p>
      <div className="choice-cards" data-columns={1}>
        {data.channels.map(({ channel, address, chosen: on }) => (
          <label key={channel} className="choice-card">
            <input
              className="ds-input"
              type="checkbox"
              checked={on}
              disabled={choose.isPending}
              onChange={(e) => change(channel, e.target.checked)}
            />
            <span>{t(`notices.way.${channel}`, { address: `\u2068${address}\u2069` })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
