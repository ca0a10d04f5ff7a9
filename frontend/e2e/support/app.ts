import { type APIRequestContext, expect, type Page } from '@playwright/test';

interface DemoAccount {
  user_name: string;
  password: string;
  role: string;
  district: string;
}
let accounts: DemoAccount[] | undefined;

async function accountOf(request: APIRequestContext, role: string, district?: string): Promise<DemoAccount> {
  if (!accounts) {
    const answer = await request.get('/v1/demo/accounts');
    expect(answer.ok(), 'the app must run in demo mode').toBe(true);
    accounts = ((await answer.json()) as { items: DemoAccount[] }).items;
  }
  const found = accounts.find((a) => a.role === role && (!district || a.district === district));
  if (!found) throw new Error(`no demo account for ${role} ${district ?? ''}`);
  return found;
}

/** Signs in through the API, so that a spec begins where its story begins; `sign-in.spec.ts` goes through the page. */
export async function signInAs(page: Page, role: string, district?: string): Promise<void> {
  const { user_name, password } = await accountOf(page.request, role, district);
  const answer = await page.request.post('/v1/auth/sign-in', { data: { user_name, password } });
  expect(answer.ok(), `sign-in as ${user_name}`).toBe(true);
}

interface Look {
  width?: 1440 | 390;
  dark?: boolean;
  /** Of the resident app; the staff app speaks nb and en. */
  locale?: 'nb' | 'en' | 'uk' | 'ar';
}
export async function lookAs(page: Page, { width = 1440, dark = false, locale = 'nb' }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.addInitScript((l) => {
    localStorage.setItem('bomiljo.locale', l);
    localStorage.setItem('bomiljo.staff.locale', l === 'nb' ? 'nb' : 'en');
  }, locale);
}

/** Every look a screen must stand: wide, phone, dark; residents also right-to-left. */
export const staffLooks: readonly (Look & { name: string })[] = [
  { name: '1440', width: 1440 },
  { name: '1440 dark', width: 1440, dark: true },
  { name: '390', width: 390 },
];
export const residentLooks: readonly (Look & { name: string })[] = [
  { name: '390', width: 390 },
  { name: '390 dark', width: 390, dark: true },
  { name: '390 Arabic', width: 390, locale: 'ar' },
  { name: '1440 Ukrainian', width: 1440, locale: 'uk' },
];

/** Goes there and waits until the page stands: its heading shown, nothing loading. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.locator('.skeletons')).toHaveCount(0);
}
