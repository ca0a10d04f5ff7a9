import { ApiError, NetworkError } from '@/shared/api/problem';
import { i18n, textOf, type Values } from './index';

const plain = (x: Record<string, unknown> | undefined): Values =>
  Object.fromEntries(
    Object.entries(x ?? {}).filter((e): e is [string, string | number] =>
      ['string', 'number'].includes(typeof e[1]),
    ),
  );

/** `say('form.tooLong', {max: 120})` → 'form.tooLong?max=120': a form message that survives a change of language. */
export function say(id: string, values?: Record<string, unknown>): string {
  const query = new URLSearchParams(
    Object.entries(plain(values)).map(([k, v]): [string, string] => [k, String(v)]),
  ).toString();
  return query ? `${id}?${query}` : id;
}

/** The text of a form message: a catalogue id with values, or plain text as it is. */
export function unsay(message: string | undefined): string | undefined {
  if (!message) return undefined;
  const [id = '', query = ''] = message.split('?');
  const values = Object.fromEntries(
    [...new URLSearchParams(query)].map(([k, v]) => [k, /^-?\d+$/.test(v) ? Number(v) : v]),
  );
  return textOf(id, values) ?? message;
}

export interface Described {
  title: string;
  detail?: string;
  requestId?: string;
}

/** What went wrong, in the user's language: by problem type, else by status. */
export function describeError(error: unknown): Described {
  if (error instanceof NetworkError)
    return { title: i18n._('error.network'), detail: i18n._('error.networkHint') };
  if (!(error instanceof ApiError)) return { title: i18n._('error.unknown') };
  const { problem, requestId } = error;
  const minutes = Math.max(1, Math.ceil(Number(problem.retry_after ?? 60) / 60));
  const own = textOf(`problem.${error.slug}`, { ...plain(problem), minutes });
  if (own) return { title: own, requestId };
  const general = textOf(`error.status.${error.status}`, { minutes }) ?? i18n._('error.unknown');
  // the server's own sentence is English; it helps staff, residents get the general text
  return { title: general, detail: i18n.locale === 'en' ? problem.detail : undefined, requestId };
}
