import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

// the demo house has a handful of free flats: these stories take them in turn and give them back
test.describe.configure({ mode: 'default' });

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
async function send(page: Page, path: string, data: object): Promise<Made> {
  const session = (await (await page.request.get('/v1/session')).json()) as { csrf_token: string };
  const answer = await page.request.post(path, { data, headers: { 'X-CSRF-Token': session.csrf_token } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json().catch(() => ({}))) as Made;
}
const named = () => `Flytter ${crypto.randomUUID().slice(0, 8)}`;
const registered = (page: Page, more: object = {}) =>
  send(page, '/v1/residents', { given_name: 'Prøve', family_name: named(), ...more });

const at = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const iso = (d: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(d);
const norwegian = (d: Date) => iso(d).split('-').reverse().join('.');

interface Free {
  id: string;
  label: string;
  version: number;
}
/** A flat that nobody has lived in or waits for since `day`. */
async function freeSince(page: Page, day: Date): Promise<Free> {
  for (const state of ['vacant', 'ready', 'being_furnished']) {
    const units = await (await page.request.get(`/v1/units?use=dwelling&state=${state}`)).json();
    for (const unit of (units as { items: Free[] }).items) {
      const past = await (await page.request.get(`/v1/tenancies?unit_id=${unit.id}`)).json();
      const { items } = past as { items: { until: string | null }[] };
      if (items.every(({ until }) => until !== null && until <= iso(day))) return unit;
    }
  }
  throw new Error('the demo house has no free flat left');
}
const planned = (page: Page, resident: string, unit: string) =>
  send(page, '/v1/tenancies/move-in', {
    resident_id: resident,
    unit_id: unit,
    from_day: iso(at(5)),
    kind: 'open_ended',
  });
const dropped = (page: Page, { id, version }: Made) => send(page, `/v1/tenancies/${id}/cancel`, { version });

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

test('in a corridor with a phone: a new person moves in, gets the code, and later moves out', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await signedIn(browser, 'housing_office', 390);
  const name = named();
  await visit(page, '/ansatt/flytt-inn');
  await audit(page);
  await press(page, 'Ny person');
  await page.getByLabel('Etternavn').fill(name);
  await page.getByLabel(/^Eget språk/).selectOption({ label: 'ukrainsk – українська' });
  await press(page, 'Lagre og gå videre');
  await expect(page.getByText('Bor alene, eller ingen er satt opp ennå.')).toBeVisible();
  await audit(page);
  await press(page, 'Neste');

  await expect(heading(page, 'Hvilken leilighet, og når?')).toBeFocused();
  await press(page, 'Neste');
  await expect(page.getByText('Velg en leilighet').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Innflyttingsdag' }).fill(norwegian(at(-1)));
  const flat = await freeSince(page, at(-1));
  await page.getByRole('radio', { name: new RegExp(`\\b${flat.label}\\b`) }).check();
  await audit(page);
  await press(page, 'Neste');

  await page.getByRole('radio', { name: /^§ 9-3/ }).check();
  await page.getByRole('textbox', { name: 'Siste dag i kontrakten' }).fill(norwegian(at(365)));
  await expect(page.getByText(/Kortere enn tre år/)).toBeVisible();
  await press(page, /^Tre år:/);
  await expect(page.getByText(/Kortere enn tre år/)).toHaveCount(0);
  await audit(page);
  await press(page, 'Neste');

  // called away: the tab keeps where one was, and no name
  await page.reload();
  await expect(heading(page, 'Hvor mange nøkler får de?')).toBeVisible();
  await expect(page.getByText('Du fortsetter der du slapp.')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(name);
  await page.getByLabel('Antall nøkler levert ut').fill('3');
  await press(page, 'Neste');
  await page.getByLabel('Miljøarbeider').selectOption({ label: 'Amir Haidari' });
  await audit(page);
  await press(page, 'Neste');

  await expect(heading(page, 'Stemmer alt?')).toBeFocused();
  await audit(page);
  const summary = page.locator('.summary-lines');
  await expect(summary).toContainText(name);
  await expect(summary).toContainText('Amir Haidari');
  await press(page, 'Flytt inn');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Flyttet inn i /);
  const slip = page.getByRole('article', { name: `Lapp til ${name}` });
  await expect(slip).toHaveAttribute('lang', 'uk');
  await expect(slip).toContainText('Відкрийте камеру телефона');
  await expect(page.getByText(/Meld flytting til Folkeregisteret innen/)).toBeVisible();
  await audit(page);
  const code = (await slip.locator('.paper-code').innerText()).replace(/\s+/g, '-');

  const resident = await (await browser.newContext()).newPage();
  await lookAs(resident, { width: 390 });
  await visit(resident, `/aktiver#${code}`);
  await resident.getByRole('button', { name: 'Start' }).click();
  await expect(resident).not.toHaveURL(/aktiver/);
  await visit(resident, '/folk');
  await expect(resident.getByText('Amir Haidari')).toBeVisible();

  await page.getByRole('link', { name: 'Til beboeren' }).click();
  await expect(page.getByText('Én telefon er logget inn.')).toBeVisible();
  await press(page, 'Telefoner');
  await audit(page);
  await dialog(page)
    .getByRole('button', { name: /^Logg ut/ })
    .click();
  await expect(page.getByText('Ingen telefoner er logget inn.').first()).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Lukk' }).click();

  await press(page, 'Flytt ut');
  await expect(dialog(page)).toContainText('Alle telefonene deres logges ut');
  await dialog(page).getByRole('button', { name: 'Flytt ut' }).click();
  await expect(dialog(page).getByLabel('Hvorfor flytter de?')).toHaveAccessibleDescription(
    'Velg ett av alternativene',
  );
  await dialog(page).getByLabel('Hvorfor flytter de?').selectOption({ label: 'Leier privat' });
  await dialog(page)
    .getByLabel(/^Hvor flytter de/)
    .fill('Bydel Alna');
  await audit(page);
  await dialog(page).getByRole('button', { name: 'Flytt ut' }).click();
  await expect(page.locator('.page-title')).toContainText('Flyttet ut');
  await expect(page.getByText(/Leier privat/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Flytt inn' })).toBeVisible();
});

test('a flat that somebody else got meanwhile leads back to its step and loses nothing', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'housing_office');
  const mine = await registered(page);
  const other = await registered(page);
  const flat = await freeSince(page, at(0));
  await visit(page, `/ansatt/flytt-inn?resident=${mine.id}&unit=${flat.id}`);
  await expect(page).toHaveURL(/flytt-inn$/);
  await press(page, 'Neste');
  await expect(page.getByRole('radio', { name: new RegExp(`\\b${flat.label}\\b`) })).toBeChecked();
  await page.getByRole('textbox', { name: 'Innflyttingsdag' }).fill(norwegian(at(3)));
  await expect(page.getByText(/Dette blir en plan/)).toBeVisible();
  await press(page, 'Neste');
  await page.getByRole('radio', { name: /^Tidsubestemt/ }).check();
  await press(page, 'Neste');
  await press(page, 'Neste');
  await press(page, 'Neste');
  const plan = await planned(page, other.id, flat.id);
  await press(page, 'Lagre planen');
  await expect(heading(page, 'Hvilken leilighet, og når?')).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'Leiligheten er leid ut' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Innflyttingsdag' })).toHaveValue(norwegian(at(3)));
  await audit(page);
  await dropped(page, plan);
  await press(page, 'Neste');
  await expect(page.getByRole('radio', { name: /^Tidsubestemt/ })).toBeChecked();
  await press(page, 'Neste');
  await press(page, 'Neste');
  await press(page, 'Neste');
  await press(page, 'Lagre planen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/er planlagt/);
  await audit(page);
  await page.getByRole('link', { name: 'Til leieforholdet' }).click();
  await expect(page.getByText('Innflyttingen er planlagt. Bekreft den når den har skjedd.')).toBeVisible();
  await press(page, 'Endre kontrakt');
  await dialog(page)
    .getByRole('radio', { name: /^Tidsbestemt/ })
    .check();
  await press(page, 'Lagre');
  await expect(page.getByText('Velg grunnlaget for den tidsbestemte kontrakten').first()).toBeVisible();
  await dialog(page)
    .getByRole('radio', { name: /^§ 11-1/ })
    .check();
  await dialog(page)
    .getByRole('textbox', { name: 'Siste dag i kontrakten' })
    .fill(norwegian(at(400)));
  await press(page, 'Lagre');
  await expect(page.getByText('husleieloven § 11-1')).toBeVisible();
  await press(page, 'Avlys innflytting');
  await audit(page);
  await dialog(page).getByRole('button', { name: 'Avlys innflytting' }).click();
  await expect(page).toHaveURL(/\/leieforhold$/);
});

test('a household moves to another flat by a plan, and stays when it is dropped', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await signedIn(browser, 'housing_office');
  const { id } = await registered(page);
  const here = await freeSince(page, at(-2));
  const tenancy = await send(page, '/v1/tenancies/move-in', {
    resident_id: id,
    unit_id: here.id,
    from_day: iso(at(-2)),
    kind: 'open_ended',
    keys_handed_over: 1,
  });
  await visit(page, `/ansatt/leieforhold/${tenancy.id}`);
  await press(page, 'Flytt til annen leilighet');
  await dialog(page)
    .getByRole('textbox', { name: 'Flyttedag' })
    .fill(norwegian(at(2)));
  await dialog(page)
    .getByRole('radio', { name: /etasje/ })
    .first()
    .check();
  await expect(dialog(page)).toContainText('Ny flyttemelding til Folkeregisteret innen 8 dager');
  await audit(page);
  await press(page, 'Planlegg flyttingen');
  await expect(page.getByText(/Innflyttingen er planlagt/)).toBeVisible();
  await press(page, 'Avlys innflytting');
  await dialog(page).getByRole('button', { name: 'Avlys innflytting' }).click();
  await visit(page, `/ansatt/beboere/${id}`);
  await press(page, 'Flytt ut');
  await dialog(page)
    .getByRole('textbox', { name: 'Første dag leiligheten er tom' })
    .fill(norwegian(at(10)));
  await dialog(page).getByLabel('Hvorfor flytter de?').selectOption({ label: 'Eget valg' });
  await expect(dialog(page)).toContainText('Ingenting annet endres nå');
  await press(page, 'Lagre varselet');
  await press(page, 'Bekreft utflytting');
  await dialog(page)
    .getByRole('textbox', { name: 'Første dag leiligheten er tom' })
    .fill(norwegian(at(0)));
  await dialog(page).getByRole('button', { name: 'Flytt ut' }).click();
  await expect(page.locator('.page-title')).toContainText('Flyttet ut');
});

test('the landlord sees the lease and never who lives there', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const page = await (await office.request.get('/v1/tenancies?state=current')).json();
  const [lease] = (page as { items: { id: string; members: { name: string }[] }[] }).items;
  const name = lease?.members[0]?.name ?? '';
  expect(name).not.toBe('');
  const landlord = await signedIn(browser, 'property_manager');
  await visit(landlord, '/ansatt/leieforhold');
  await expect(landlord.getByRole('columnheader', { name: 'Personer' })).toBeVisible();
  await expect(landlord.locator('body')).not.toContainText(name);
  await expect(landlord.getByRole('link', { name: /Beboere|Flytt inn/ })).toHaveCount(0);
  await audit(landlord);
  await visit(landlord, `/ansatt/leieforhold/${lease?.id}`);
  await expect(landlord.getByText('Slags kontrakt')).toBeVisible();
  await expect(landlord.locator('body')).not.toContainText(name);
  await expect(landlord.getByRole('button', { name: /Flytt|Endre/ })).toHaveCount(0);
  await audit(landlord);
});

for (const look of staffLooks)
  test(`tenancies, one of them and moving in stand the audit at ${look.name}`, async ({ page }) => {
    test.setTimeout(60_000);
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    await visit(page, '/ansatt/leieforhold');
    await audit(page);
    await page
      .locator(look.width === 390 ? '.cards a' : 'tbody a')
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 2, name: 'Kontrakt' })).toBeVisible();
    await audit(page);
    await visit(page, '/ansatt/flytt-inn');
    await audit(page);
    await visit(page, '/ansatt/leieforhold/01900000-0000-7000-8000-000000000000');
    await expect(page.getByText('Vi finner ikke det du leter etter')).toBeVisible();
    await audit(page);
  });
