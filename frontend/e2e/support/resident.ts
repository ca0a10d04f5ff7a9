import { type APIRequestContext, expect, type Page, request } from '@playwright/test';

interface Person {
  id: string;
  name: string;
}

/** Staff at work by API, beside the page under test; dispose it when done. */
export async function staffApi(
  baseURL: string | undefined,
  user: string,
): Promise<{ api: APIRequestContext; headers: Record<string, string> }> {
  const api = await request.newContext({ baseURL });
  const answer = await api.post('/v1/auth/sign-in', {
    data: { user_name: user, password: 'modulbygg' },
  });
  expect(answer.ok(), `sign-in as ${user}`).toBe(true);
  const { csrf_token } = (await answer.json()) as { csrf_token: string };
  return { api, headers: { 'X-CSRF-Token': csrf_token } };
}

/** Signs the page in by a fresh code, as at move-in. A new code lapses the person's others, so each test takes a person of its own, and none of those whose codes the demo shows. */
export async function signInAsResident(
  page: Page,
  baseURL: string | undefined,
  given: string,
): Promise<Person> {
  const { api, headers } = await staffApi(baseURL, 'marit');
  try {
    const list = (await (await api.get(`/v1/residents?limit=100`)).json()) as {
      items: { id: string; given_name: string | null; family_name: string }[];
    };
    const found = list.items.find((one) => one.given_name === given);
    if (!found) throw new Error(`no resident ${given}`);
    const issued = await api.post(`/v1/residents/${found.id}/activation-code`, { headers });
    const { code } = (await issued.json()) as { code: string };
    const entered = await page.request.post(`${baseURL ?? ''}/v1/portal/activate`, { data: { code } });
    expect(entered.ok(), 'activation').toBe(true);
    return { id: found.id, name: `${found.given_name} ${found.family_name}` };
  } finally {
    await api.dispose();
  }
}

/** Something reported already, for the pages which show it. */
export async function reportAs(page: Page): Promise<void> {
  const session = (await (await page.request.get('/v1/session')).json()) as { csrf_token: string };
  const answer = await page.request.post('/v1/portal/incidents', {
    headers: { 'X-CSRF-Token': session.csrf_token },
    data: { category: 'lock_access', place: 'my_unit', description: 'Låsen går tungt.' },
  });
  expect(answer.ok(), 'report').toBe(true);
}
