import { expect, type Page, test } from '@playwright/test';
import { lookAs, residentLooks, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';
import { signInAsResident } from './support/resident';

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
const dialog = (page: Page) => page.getByRole('dialog');
async function siteOf(page: Page): Promise<string> {
  const sites = (await (await page.request.get('/v1/sites')).json()) as { items: { id: string }[] };
  return sites.items[0]?.id ?? '';
}

test('a resident finds the landlord and calls, in Arabic, in two taps', async ({ page, baseURL }) => {
  await lookAs(page, { width: 390, locale: 'ar' });
  await signInAsResident(page, baseURL, 'Khalil');
  await visit(page, '/');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page
    .getByRole('main')
    .getByRole('link', { name: /من أسأل؟/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('من أسأل؟');
  const landlord = page.locator('.ask').filter({ hasText: 'مالك المبنى' }).first();
  await expect(landlord).toContainText('مفتاح مفقود');
  const call = landlord.getByRole('link', { name: /^اتصل Boligbygg/ });
  await expect(call).toHaveAttribute('href', 'tel:+4741200042');
  await call.click();
  // one's own people stand before everybody else
  const [own, first] = await Promise.all(
    ['.people', '.ask'].map((css) => page.locator(css).first().boundingBox()),
  );
  expect(own?.y ?? 0).toBeLessThan(first?.y ?? 0);
});

const people = ['Yazan', 'Halyna', 'Svitlana', 'Artem'];
for (const [i, look] of residentLooks.entries())
  test(`whom to ask stands the audit at ${look.name}`, async ({ page, baseURL }) => {
    test.slow();
    await lookAs(page, look);
    await signInAsResident(page, baseURL, people[i] ?? '');
    await visit(page, '/hvem');
    await expect(page.locator('.ask').first()).toBeVisible();
    await audit(page);
    for (const more of await page.locator('.ask-more > summary').all()) await more.click();
    await audit(page);
  });

test('whom to ask is read without the service, with the way to the emergency numbers', async ({
  page,
  baseURL,
}) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Filmon');
  await visit(page, '/hvem');
  await expect(page.locator('.ask').first()).toBeVisible();
  await page.route('**/v1/**', (route) => route.abort('failed'));
  await page.reload();
  await expect(page.locator('.ask').filter({ hasText: 'Huseieren' })).toContainText('412 00 042');
  await page.getByRole('navigation').getByRole('link', { name: 'Nødnumre' }).click();
  await expect(page.getByRole('link', { name: /113/ })).toBeVisible();
});

test('a worker finds a number on the phone and puts in a new contact; mistakes are told in their place', async ({
  page,
}) => {
  test.slow();
  await lookAs(page, { width: 390 });
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/kontakter');
  const amir = page.locator('.cards > li').filter({ hasText: 'Amir Haidari' });
  await expect(amir.getByRole('link', { name: /412/ })).toHaveAttribute('href', 'tel:+4741200002');
  await page.getByRole('link', { name: 'Ny kontakt' }).click();
  await page.getByRole('radio', { name: /^En annen tjeneste/ }).check();
  const name = `Skolekontakten ${Date.now()}`;
  await page.getByLabel('Navn').fill(name);
  await page.getByLabel('Hører til').selectOption('school');
  await page.getByLabel(/^Telefon/).fill('ring skolen');
  await page.getByLabel(/^Hjelper med/).fill('Skolestart og SFO <b>og</b> مدرسة');
  await page.getByLabel(/^Språk de snakker/).selectOption('so');
  await press(page, 'Legg til tid');
  await page.getByLabel('Til', { exact: true }).fill('07:00');
  await press(page, 'Legg til');
  await expect(page.locator('.ds-error-summary')).toContainText('Skriv bare tall');
  await expect(page.getByText('Slutten må være etter starten').last()).toBeVisible();
  await expect(page.getByLabel(/^Telefon/)).toHaveValue('ring skolen');
  await audit(page);
  await page.getByLabel(/^Telefon/).fill('1234567');
  await page.getByLabel('Til', { exact: true }).fill('15:00');
  await press(page, 'Legg til');
  await expect(page.getByText(/^Dette er ikke et telefonnummer/)).toBeVisible();
  await expect(page.getByLabel('Navn')).toHaveValue(name);
  await page.getByLabel(/^Telefon/).fill('116 117');
  await press(page, 'Legg til');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByText('mandag–fredag')).toBeVisible();
  await expect(page.getByRole('link', { name: '116 117' })).toHaveAttribute('href', 'tel:116117');
  await expect(page.getByText('Skolestart og SFO <b>og</b> مدرسة')).toBeVisible();

  await press(page, 'Endre');
  await dialog(page)
    .getByLabel(/^Stilling/)
    .fill('Rådgiver');
  await audit(page);
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText(/^Rådgiver/)).toBeVisible();

  await page.getByRole('navigation').last().getByRole('button', { name: 'Søk' }).click();
  await dialog(page).getByRole('combobox').fill(name);
  await dialog(page)
    .getByRole('option', { name: new RegExp(name) })
    .click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  await press(page, 'Avslutt');
  await expect(dialog(page).getByLabel(/^Første dag uten/)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Avslutt' }).click();
  await expect(dialog(page).getByText('Dagen må være etter den første dagen').first()).toBeVisible();
});

test('a gap is told on I dag, filled in the map, and gone', async ({ page }) => {
  test.slow();
  await lookAs(page, {});
  await signInAs(page, 'manager');
  const site = await siteOf(page);
  await visit(page, '/ansatt/');
  await page.getByRole('link', { name: /^Temaer uten noen som svarer/ }).click();
  await expect(page).toHaveURL(new RegExp(`/ansvar/${site}`));
  const table = page.locator('.table-frame');
  const bank = table.getByRole('row').filter({ hasText: 'Bank og BankID' });
  await expect(bank).toContainText('Hull');
  await expect(bank).toContainText('Ingen er satt opp');
  const gaps = page.getByText(/^(\d+ hull|Ingen hull)$/).first();
  const before = Number.parseInt((await gaps.textContent()) ?? '', 10);
  await page.getByRole('checkbox', { name: 'Bare hull' }).check();
  await expect(page).toHaveURL(/gaps=true/);
  await expect(table.getByRole('row')).toHaveCount(before + 1);

  await press(page, 'Fyll hullet: Bank og BankID');
  await dialog(page)
    .getByRole('radio', { name: /^Si dette/ })
    .check();
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog(page).getByText('Skriv hva som skal sies').first()).toBeVisible();
  await audit(page);
  await dialog(page)
    .getByRole('radio', { name: /^Henvis til Nav/ })
    .check();
  await dialog(page)
    .getByRole('combobox', { name: /^Hvem svarer/ })
    .fill('olena');
  await dialog(page)
    .getByRole('option', { name: /^Olena Moen/ })
    .click();
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(bank).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Bare hull' }).uncheck();
  await expect(bank).toContainText('Olena Moen');
  await expect(bank).toContainText('Henvis til Nav');

  await press(page, 'Endre: Bank og BankID');
  await press(page, 'Tøm: ingen svarer på dette');
  await expect(bank).toContainText('Hull');
});

test('a district adds a topic of its own and takes it away again', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'housing_office');
  await visit(page, `/ansatt/kontakter/ansvar/${await siteOf(page)}`);
  const title = `Hagen ${Date.now()}`;
  await press(page, 'Nytt tema');
  await audit(page);
  await dialog(page).getByLabel('Tema').fill(title);
  await dialog(page).getByRole('button', { name: 'Lagre' }).click();
  const row = page.locator('.table-frame').getByRole('row').filter({ hasText: title });
  await expect(row).toContainText('Hull');
  await press(page, `Endre temaet ${title}`);
  await press(page, 'Ta bort temaet');
  await expect(row).toHaveCount(0);
});

test('a partner reads everything and changes only its own', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'property_manager');
  await visit(page, '/ansatt/kontakter?q=ingrid');
  const row = page.locator('.table-frame');
  await row.getByRole('link', { name: 'Ingrid Solvang' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ingrid Solvang');
  await expect(page.getByRole('button', { name: 'Endre' })).toHaveCount(0);
  await visit(page, '/ansatt/kontakter?organisation=landlord');
  await row.getByRole('link', { name: 'Ola Brekke' }).click();
  await expect(page.getByRole('button', { name: 'Endre' })).toBeVisible();
  await visit(page, `/ansatt/kontakter/ansvar/${await siteOf(page)}`);
  await expect(page.getByRole('button', { name: /^Fyll hullet/ })).toHaveCount(0);
});

for (const look of staffLooks)
  test(`the directory, the map and the form stand the audit at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    const list = (await (await page.request.get('/v1/contacts?q=boligbygg')).json()) as {
      items: { id: string }[];
    };
    const paths = ['', '?q=finnes-ikke', `/ansvar/${await siteOf(page)}`, '/ny', `/${list.items[0]?.id}`];
    for (const path of paths) {
      await visit(page, `/ansatt/kontakter${path}`);
      await audit(page);
    }
  });
