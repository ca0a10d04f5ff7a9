import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
interface Made {
  id: string;
  version: number;
}
async function send(page: Page, method: 'post' | 'patch', path: string, data: object): Promise<Made> {
  const session = (await (await page.request.get('/v1/session')).json()) as { csrf_token: string };
  const answer = await page.request[method](path, {
    data,
    headers: { 'X-CSRF-Token': session.csrf_token },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Made;
}
/** A person of this story's own. */
const registered = (page: Page, more: object = {}) =>
  send(page, 'post', '/v1/residents', {
    given_name: 'Prøve',
    family_name: `Beboer ${crypto.randomUUID().slice(0, 8)}`,
    ...more,
  });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');

const weigh = (digits: string, weights: number[]) =>
  weights.reduce((sum, w, i) => sum + w * Number(digits[i]), 0);
/** A synthetic D-number nobody has: the month carries 80, the check digits fit. */
function dNumber(): string {
  for (;;) {
    const nine = `558590${String(Math.floor(Math.random() * 900) + 100)}`;
    const first = (11 - (weigh(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
    const second = (11 - (weigh(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
}
/** A DUF number of an impossible year, with check digits that do not fit. */
function wrongDuf(): string {
  const ten = `2099${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  const check = (weigh(ten, [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]) + 1) % 11;
  return `${ten}${String(check).padStart(2, '0')}`;
}

test('a person with one name is registered, reached, spoken to and helped', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'env_worker', 390);
  const name = `Zahra ${crypto.randomUUID().slice(0, 8)}`;
  await visit(page, '/ansatt/beboere');
  await page.getByRole('link', { name: 'Ny beboer' }).click();
  await press(page, 'Registrer beboer');
  await expect(page.getByLabel('Etternavn')).toHaveAccessibleDescription('Skriv minst ett navn');
  await page.getByLabel('Etternavn').fill(name);
  await page.getByLabel(/^Navn med egen skrift/).fill('زهرا');
  await page.getByLabel(/^Eget språk/).selectOption({ label: 'dari – دری' });
  await page.getByLabel(/^Telefon/).fill('12');
  await press(page, 'Registrer beboer');
  await expect(page.getByLabel(/^Telefon/)).toHaveAccessibleDescription(/Dette er ikke et telefonnummer/);
  await expect(page.getByLabel('Etternavn')).toHaveValue(name);
  await audit(page);
  await page.getByLabel(/^Telefon/).fill('412 34 567');
  await press(page, 'Registrer beboer');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.locator('.page-title')).toContainText('Tolk: dari');
  await expect(page.locator('.page-header').getByRole('link', { name: '412 34 567' })).toHaveAttribute(
    'href',
    'tel:+4741234567',
  );
  await press(page, 'Velg: Miljøarbeider');
  await dialog(page)
    .getByRole('radio', { name: /\(meg\)/ })
    .check();
  await press(page, 'Velg');
  await press(page, 'Bytt: Miljøarbeider');
  await expect(dialog(page)).toContainText('slutter samme dag');
  await dialog(page).getByRole('button', { name: 'Lukk' }).click();

  await press(page, 'Endre: Språk');
  await press(page, 'Legg til språk');
  await page.getByLabel('Språk', { exact: true }).last().selectOption({ label: 'pashto – پښتو' });
  await press(page, 'Lagre');
  await expect(page.getByText(/Kryss av for minst én ting/).first()).toBeVisible();
  await dialog(page).getByRole('checkbox', { name: 'Leser dette språket' }).last().check();
  await press(page, 'Lagre');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'pashto' })).toContainText('Leser');
});

test('what the role may not see is not there', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const { id } = await registered(office);
  await visit(office, `/ansatt/beboere/${id}`);
  await expect(office.getByRole('heading', { name: 'Fødselsnummer, D-nummer og DUF' })).toBeVisible();
  const worker = await signedIn(browser, 'env_worker');
  await visit(worker, `/ansatt/beboere/${id}`);
  await expect(worker.getByRole('heading', { name: 'Hvem hjelper' })).toBeVisible();
  await expect(worker.getByRole('heading', { name: /Fødselsnummer|Adressesperre/ })).toHaveCount(0);
  await visit(worker, '/ansatt/beboere');
  await expect(worker.getByRole('button', { name: 'Finn med nummer' })).toHaveCount(0);
  await expect(worker.getByRole('link', { name: 'Flytt inn' })).toHaveCount(0);
});

test('filters live in the address', async ({ browser }) => {
  const page = await signedIn(browser, 'housing_office');
  await visit(page, '/ansatt/beboere');
  await page.getByLabel('Mangler').selectOption({ label: 'Nav-veileder' });
  await page.getByLabel('Status').selectOption({ label: 'Bosatt' });
  await expect(page).toHaveURL(/missing=nav_advisor/);
  await expect(page).toHaveURL(/status=settled/);
  await page.getByRole('button', { name: 'Bosatt dato' }).click();
  await expect(page).toHaveURL(/sort=settled_on/);
  await page.reload();
  await expect(page.getByLabel('Mangler')).toHaveValue('nav_advisor');
  await page.getByRole('button', { name: 'Nullstill' }).click();
  await expect(page).not.toHaveURL(/missing/);
});

test('two who edit the same person both keep what they wrote', async ({ browser }) => {
  const page = await signedIn(browser, 'housing_office');
  const { id, version } = await registered(page, { preferred_name: 'Før' });
  await visit(page, `/ansatt/beboere/${id}`);
  await press(page, 'Endre');
  await dialog(page).getByLabel('Fornavn').fill('Mitt');
  await send(page, 'patch', `/v1/residents/${id}`, { version, preferred_name: 'Deres' });
  await press(page, 'Lagre');
  const clash = page.getByRole('group', { name: /Noen andre har lagret/ });
  await expect(clash).toContainText('Deres');
  await expect(dialog(page).getByLabel('Fornavn')).toHaveValue('Mitt');
  await audit(page);
  await press(page, 'Behold mitt og lagre');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Mitt /);
  await expect(page.locator('.page-header')).toContainText('kalles Deres');
});

test('numbers are added, shown for a purpose, and found by the whole number', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await signedIn(browser, 'housing_office');
  const { id } = await registered(page);
  const number = dNumber();
  await visit(page, `/ansatt/beboere/${id}`);
  await press(page, /^Åpne: Fødselsnummer/);
  await expect(page.getByText('Ingen nummer er registrert.')).toBeVisible();

  await press(page, 'Legg til nummer');
  await dialog(page)
    .getByRole('radio', { name: /^D-nummer/ })
    .check();
  await dialog(page)
    .getByLabel('Nummer', { exact: true })
    .fill(`${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`);
  await dialog(page).getByLabel('Kilde').selectOption('document');
  await press(page, 'Lagre nummer');
  await expect(dialog(page).getByLabel('Nummer', { exact: true })).toHaveAccessibleDescription(
    /ett siffer er feil/,
  );
  await dialog(page)
    .getByLabel('Nummer', { exact: true })
    .fill(`${number.slice(0, 6)} ${number.slice(6)}`);
  await press(page, 'Lagre nummer');
  await expect(page.getByText(`${number.slice(0, 6)} *****`)).toBeVisible();

  await press(page, 'Legg til nummer');
  await dialog(page)
    .getByRole('radio', { name: /^DUF-nummer/ })
    .check();
  await dialog(page).getByLabel('Nummer', { exact: true }).fill(wrongDuf());
  await dialog(page).getByLabel('Hvorfor er nummeret riktig?').fill('Står slik på kortet');
  await dialog(page).getByLabel('Kilde').selectOption('imdi');
  await audit(page);
  await press(page, 'Lagre nummer');
  await expect(page.getByText('Står slik på kortet')).toBeVisible();

  await press(page, 'Vis hele: D-nummer');
  await dialog(page).getByLabel('Hva skal nummeret brukes til?').selectOption('lease_contract');
  await dialog(page).getByLabel('Kort forklaring').fill('Kontrakten skrives i dag');
  await press(page, 'Vis hele');
  await expect(page.getByText(`${number.slice(0, 6)} ${number.slice(6)}`)).toBeVisible();
  await audit(page);
  await press(page, 'Skjul nå');
  await expect(page.getByText(`${number.slice(0, 6)} ${number.slice(6)}`)).toHaveCount(0);

  await visit(page, '/ansatt/beboere');
  await press(page, 'Finn med nummer');
  await dialog(page).getByRole('radio', { name: 'D-nummer' }).check();
  await dialog(page).getByLabel('Nummer', { exact: true }).fill(number);
  await dialog(page).getByLabel('Hva skal nummeret brukes til?').selectOption('identity_check');
  await dialog(page).getByLabel('Kort forklaring').fill('Står i døra uten navn');
  await press(page, 'Søk');
  await dialog(page).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(id));
  expect(page.url()).not.toContain(number);
});

test('a protected person is gone for the others until one of the two lifts it', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await signedIn(browser, 'housing_office');
  const { id } = await registered(page);
  const worker = await signedIn(browser, 'env_worker');
  await visit(worker, `/ansatt/beboere/${id}`);
  await visit(page, `/ansatt/beboere/${id}`);
  await press(page, 'Åpne: Adressesperre');
  await press(page, 'Sett adressesperre');
  await expect(dialog(page)).toContainText('Bare de to du velger under');
  await dialog(page)
    .getByRole('radio', { name: /^Fortrolig/ })
    .check();
  await dialog(page).getByLabel('Andre person').selectOption({ label: 'Hanne Dahl – Leder i bydelen' });
  await dialog(page).getByLabel('Begrunnelse').fill('Politiet har bestemt det 13.02.2026');
  await audit(page);
  await dialog(page).getByRole('button', { name: 'Sett adressesperre' }).click();
  await expect(page.locator('.page-title')).toContainText('Adressesperre');
  await expect(page.getByText('Politiet har bestemt det 13.02.2026')).toBeVisible();

  await visit(worker, `/ansatt/beboere/${id}`);
  await expect(worker.getByText('Vi finner ikke det du leter etter')).toBeVisible();
  await audit(worker);

  await press(page, 'Opphev sperren');
  await dialog(page).getByLabel('Begrunnelse').fill('Folkeregisteret viser ugradert adresse');
  await dialog(page).getByRole('button', { name: 'Opphev sperren' }).click();
  await expect(page.getByText('Ingen sperre').first()).toBeVisible();
  await visit(worker, `/ansatt/beboere/${id}`);
  await expect(worker.getByRole('heading', { name: 'Hvem hjelper' })).toBeVisible();
});

for (const look of staffLooks)
  test(`the list, the form and a person's page stand the audit at ${look.name}`, async ({ page }) => {
    test.setTimeout(90_000);
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    const { id } = await registered(page, {
      family_name: 'Oleksandra-Viktoriia Zakharchenko-Bilohrudska بنت عبد الرحمن',
      native_name: 'Олександра-Вікторія Захарченко-Білогрудська',
      preferred_name: '<b>Sasha</b> 🌻',
      languages: [{ language: 'uk', own: true, interpreter: true, note: 'Helst kvinne' }],
      contact_points: [{ kind: 'phone', value: '+380 44 123 4567', note: 'bare SMS' }],
    });
    await visit(page, '/ansatt/beboere');
    await audit(page);
    await visit(page, '/ansatt/beboere?status=moved_out&language=nn');
    await expect(page.getByText('Ingen beboere passer med filtrene')).toBeVisible();
    await audit(page);
    await visit(page, '/ansatt/beboere/ny');
    await audit(page);
    await visit(page, `/ansatt/beboere/${id}`);
    await expect(page.getByText('Har ikke bodd her ennå.')).toBeVisible();
    await press(page, /^Åpne: Fødselsnummer/);
    await press(page, 'Åpne: Adressesperre');
    await expect(page.getByText('Ingen sperre')).toBeVisible();
    // else the bar at the top covers half of a button, as far down as the page was scrolled
    await page.evaluate(() => scrollTo(0, 0));
    await audit(page);
    for (const name of ['Velg: Bosetter', 'Endre: Kontakt', 'Endre: Språk', 'Endre', 'Legg til']) {
      await press(page, name);
      await audit(page);
      await dialog(page).getByRole('button', { name: 'Lukk' }).click();
    }
  });
