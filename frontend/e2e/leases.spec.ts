import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

test.describe.configure({ mode: 'default' });

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
const at = (days: number) => new Date(Date.now() + days * 86_400_000);
const norwegian = (d: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(d).split('-').reverse().join('.');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');

async function open(page: Page, unit: string): Promise<void> {
  await visit(page, '/ansatt/leieforhold/gar-ut');
  await page.getByRole('link', { name: unit, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Leieforhold i ${unit}`);
}

test('contracts that run out stand in one list, and a request stops the clock of one', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'housing_office');
  await visit(page, '/ansatt/leieforhold');
  await page.getByRole('link', { name: 'Går ut', exact: true }).click();
  await expect(page.getByRole('row', { name: /^108 / })).toContainText('Gått ut');
  await page.getByRole('combobox', { name: 'Hvor langt' }).selectOption('month_1');
  await expect(page).toHaveURL(/clock=month_1/);
  await expect(page.getByRole('row', { name: /^112 / })).toBeVisible();
  await expect(page.getByRole('row', { name: /^108 / })).toHaveCount(0);

  await open(page, '108');
  await expect(page.getByText(/blir|løper leien uten sluttdato fra/)).toBeVisible();
  await press(page, 'Noter oppfordring om å flytte');
  await dialog(page)
    .getByRole('textbox', { name: 'Dagen den ble sendt' })
    .fill(norwegian(at(-30)));
  await dialog(page).getByRole('button', { name: 'Noter oppfordringen' }).click();
  await expect(
    dialog(page).getByText('Oppfordringen gjelder først fra siste dag i kontrakten').first(),
  ).toBeVisible();
  await audit(page);
  await dialog(page)
    .getByRole('textbox', { name: 'Dagen den ble sendt' })
    .fill(norwegian(at(0)));
  await dialog(page).getByRole('button', { name: 'Noter oppfordringen' }).click();
  await expect(page.getByText('Bedt om å flytte')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Det som har skjedd' })).toContainText(
    'Skriftlig oppfordring om å flytte',
  );
});

test('a renewal says that a second short contract needs its grounds', async ({ browser }) => {
  const page = await signedIn(browser, 'housing_office');
  await open(page, '112');
  await press(page, 'Forny kontrakten');
  await dialog(page)
    .getByRole('radio', { name: /^§ 11-1/ })
    .check();
  await dialog(page)
    .getByRole('textbox', { name: 'Siste dag i kontrakten' })
    .fill(norwegian(at(300)));
  await expect(dialog(page).getByLabel(/^Tungtveiende grunner/)).toBeVisible();
  await audit(page);
  await dialog(page).getByRole('button', { name: 'Forny', exact: true }).click();
  await expect(
    dialog(page)
      .getByText(/De har hatt en kort kontrakt her før/)
      .first(),
  ).toBeVisible();
  await dialog(page)
    .getByLabel(/^Tungtveiende grunner/)
    .fill('Bygget rives om ett år');
  await dialog(page).getByRole('button', { name: 'Forny', exact: true }).click();
  await expect(page.getByText('Kontrakten er fornyet').first()).toBeVisible();
  await expect(page.getByText('Bygget rives om ett år')).toBeVisible();
});

test('a notice shows its last day before it is saved, and is taken back', async ({ browser }) => {
  const page = await signedIn(browser, 'housing_office', 390);
  await visit(page, '/ansatt/leieforhold/gar-ut');
  await page.getByRole('link', { name: /^106 / }).click();
  await press(page, 'Oppsigelse');
  await expect(dialog(page).getByText(/^Siste dag blir /)).toBeVisible();
  await expect(dialog(page).getByText(/kan ikke sies opp før det/)).toBeVisible();
  await dialog(page).getByRole('radio', { name: 'Utleieren' }).check();
  await dialog(page).getByRole('button', { name: 'Lagre oppsigelsen' }).click();
  await expect(dialog(page).getByText('Utleierens oppsigelse må ha en grunn').first()).toBeVisible();
  await audit(page);
  await dialog(page).getByRole('radio', { name: 'Leieren', exact: true }).check();
  await dialog(page).getByRole('button', { name: 'Lagre oppsigelsen' }).click();
  await expect(
    dialog(page)
      .getByText(/kan ikke sies opp i perioden uten at partene er enige/)
      .first(),
  ).toBeVisible();
  await dialog(page).getByRole('checkbox', { name: 'Partene er enige' }).check();
  await dialog(page).getByRole('button', { name: 'Lagre oppsigelsen' }).click();
  await expect(page.getByText('Utflytting er varslet.')).toBeVisible();
  await press(page, 'Trekk oppsigelsen');
  await dialog(page).getByRole('button', { name: 'Trekk oppsigelsen' }).click();
  await expect(page.getByText('Oppsigelsen er trukket')).toBeVisible();
});

for (const look of staffLooks)
  test(`the list and a lease behind its last day stand in ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    await visit(page, '/ansatt/leieforhold/gar-ut');
    await audit(page);
    await page.screenshot({ path: `/tmp/leases2/list-${look.name}.png`, fullPage: true });
    await page.getByRole('link', { name: /^201/ }).click();
    await expect(page.getByRole('list', { name: 'Varslene for kontrakten' })).toBeVisible();
    await audit(page);
    await page.screenshot({ path: `/tmp/leases2/lease-${look.name}.png`, fullPage: true });
  });
