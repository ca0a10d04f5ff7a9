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

test('the landlord answers by the dwelling and never reads who asks', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const name = `Slektning ${crypto.randomUUID().slice(0, 8)}`;
  const session = (await (await office.request.get('/v1/session')).json()) as { csrf_token: string };
  const made = await office.request.post('/v1/residents', {
    data: { given_name: 'Prøve', family_name: name },
    headers: { 'X-CSRF-Token': session.csrf_token },
  });
  expect(made.ok()).toBe(true);
  await open(office, '201');
  await press(office, 'Meld endring');
  await dialog(office).getByRole('button', { name: 'Send til utleieren' }).click();
  await expect(dialog(office).getByText('Velg hvem det gjelder').first()).toBeVisible();
  await dialog(office).getByRole('combobox', { name: 'Hvem?' }).fill(name);
  await dialog(office)
    .getByRole('option', { name: new RegExp(name) })
    .click();
  await dialog(office).getByLabel('Hvem er de for leieren?').selectOption('sibling');
  await audit(office);
  await dialog(office).getByRole('button', { name: 'Send til utleieren' }).click();
  await expect(office.getByText('Venter på utleieren')).toBeVisible();

  const landlord = await signedIn(browser, 'property_manager');
  await visit(landlord, '/ansatt');
  await landlord.getByRole('link', { name: /Noen vil flytte inn i 201/ }).click();
  await expect(landlord.getByText('Venter på utleieren')).toBeVisible();
  await expect(landlord.getByText(name)).toHaveCount(0);
  await press(landlord, 'Svar');
  await expect(dialog(landlord).getByText(/Søsken til leieren/)).toBeVisible();
  await dialog(landlord).getByRole('radio', { name: 'Avslått' }).check();
  await dialog(landlord).getByRole('button', { name: 'Send svaret' }).click();
  await expect(dialog(landlord).getByText('Velg en grunn i boligen').first()).toBeVisible();
  await audit(landlord);
  await dialog(landlord).getByLabel('Hvorfor?').selectOption('too_many');
  await dialog(landlord).getByRole('button', { name: 'Send svaret' }).click();
  await expect(landlord.getByText('Avslått', { exact: true })).toBeVisible();

  await office.reload();
  await expect(office.getByText(name)).toBeVisible();
  await expect(office.getByText('Avslått', { exact: true })).toBeVisible();
});

for (const look of staffLooks)
  test(`the list and a lease behind its last day stand in ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    await visit(page, '/ansatt/leieforhold/gar-ut');
    await audit(page);
    await page.getByRole('link', { name: /^201/ }).click();
    await expect(page.getByRole('list', { name: 'Varslene for kontrakten' })).toBeVisible();
    await audit(page);
  });

test('an adviser says on the lease how far support for personal extras has come', async ({ page }) => {
  await signInAs(page, 'nav_advisor');
  const found = await page.request.get('/v1/tenancies?state=current&limit=1');
  const { items } = (await found.json()) as { items: { id: string }[] };
  await visit(page, `/ansatt/leieforhold/${items[0]?.id}`);
  await page.getByRole('button', { name: 'Endre stønad' }).click();
  await page.getByRole('dialog').getByLabel('Innvilget').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText(/Innvilget.*Kristin Vik/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Innvilget.*Kristin Vik/)).toBeVisible();
  await audit(page);
});
