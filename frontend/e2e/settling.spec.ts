import { expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, visit } from './support/app';
import { audit } from './support/audit';
import { headings, listOf, person } from './support/candidates';

// one house with as many empty flats as the two lists need: the families take theirs first
test.describe.configure({ mode: 'serial' });

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const inYears = (years: number) => `01.02.${new Date().getFullYear() + years}`;
const tongues = ['ukrainsk', 'arabisk', 'somali', 'tigrinja', 'dari', 'tyrkisk'];
const tongue = (n: number) => tongues[n % tongues.length] ?? '';

async function office(page: Page): Promise<void> {
  await lookAs(page, {});
  await signInAs(page, 'housing_office', 'Bydel Fjordhagen');
}
/** The district's package, from which every flat gets the same. */
async function withPackage(page: Page): Promise<void> {
  await visit(page, '/ansatt/klargjoring/pakker');
  await press(page, 'Ny pakke');
  await page.getByLabel('Navn', { exact: true }).fill('Grunnpakke');
  for (const [n, item] of ['Stekepanne', 'Laken', 'Seng'].entries()) {
    const line = page.getByRole('group', { name: `Linje ${n + 1}` });
    if ((await line.count()) === 0) await press(page, 'Legg til linje');
    await line.getByLabel('Rom').fill('Leilighet');
    await line.getByLabel('Inventar').fill(item);
    await line.getByRole('textbox', { name: 'Antall', exact: true }).fill('2');
  }
  await press(page, 'Lagre ny utgave');
  await expect(page.getByText(/^Utgave 1 · 6 deler/)).toBeVisible();
}

/** From a file with one fault to planned leases, with nothing but the screens. */
async function settle(page: Page, name: string, rows: string[], people: number, homes: number) {
  await visit(page, '/ansatt/bosetting/ny');
  const buffer = Buffer.from([headings, ...rows].join('\r\n'), 'utf-8');
  await page
    .getByLabel('Liste som CSV eller XLSX')
    .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText('Ikke en dato vi forstår. Skriv den som 13.02.1990.')).toBeVisible();
  await press(page, /^Rett Linje 2/);
  await dialog(page).getByLabel('Fødselsdato').fill('28.02.1990');
  await press(page, 'Bruk rettelsen');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('Kan importeres')).toBeVisible();
  await page.getByLabel('Navn på lista').fill(name);
  await page.getByLabel('Jeg har sjekket at de uten gradering').check();
  await press(page, `Importer ${people} personer`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await press(page, 'Noter svaret');
  await dialog(page).getByLabel('Ja, bydelen bosetter dem').check();
  await press(page, 'Lagre svaret');
  await expect(page.locator('.page-title')).toContainText('Svart ja');

  await visit(page, '/ansatt/bosetting/bord');
  await press(page, 'Nytt alternativ');
  await dialog(page).getByLabel('Navn').fill(name);
  await press(page, 'Lagre');
  const chip = page.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Foreslå plassering');
  await expect(chip).toContainText(`${homes} plassert`);
  await exchangeByKeyboard(page);
  await expect(chip).toContainText(`${homes} plassert`);
  await audit(page);

  await press(page, 'Velg dette');
  await dialog(page).getByLabel('Hvorfor dette alternativet?').fill('Språk og alder spres på etasjene');
  await dialog(page).getByRole('button', { name: 'Velg dette' }).click();
  await expect(page.getByText('Språk og alder spres på etasjene')).toBeVisible();
  await press(page, 'Gjennomfør planen');
  await dialog(page).getByRole('textbox', { name: 'Flytter inn' }).fill(inYears(1));
  await dialog(page).getByRole('textbox', { name: 'Kontrakten går til' }).fill(inYears(4));
  await expect(dialog(page).getByLabel('Sjekkliste fra pakke')).not.toHaveValue('');
  await dialog(page)
    .getByRole('button', { name: `Lag ${homes} leieforhold` })
    .click();
  await expect(page.getByText(`${homes} husstander er klare til innflytting`)).toBeVisible();
  await expect(chip).toContainText('Gjennomført');
}

/** Taken back and put into the same flat again, without a mouse. */
async function exchangeByKeyboard(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: /^Ta tilbake Leilighet/ }).first();
  const flat = (await back.textContent())?.replace(/^.*Leilighet/, 'Leilighet') ?? '';
  await back.focus();
  await page.keyboard.press('Enter');
  const pick = page.getByRole('button', { name: /^Velg Husstand/ });
  await expect(pick).toHaveCount(1);
  await pick.focus();
  await page.keyboard.press('Enter');
  const put = page.getByRole('button', { name: `Plasser her ${flat}`, exact: true });
  await put.focus();
  await page.keyboard.press('Enter');
  await expect(pick).toHaveCount(0);
}

/** A lease tells which plan it came from; its household comes, gets the keys and begins its first day. */
async function firstDay(page: Page, plan: string, flat: string): Promise<void> {
  await visit(page, '/ansatt/leieforhold');
  await page
    .getByRole('link', { name: new RegExp(flat) })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole('link', { name: plan }).first()).toBeVisible();
  await audit(page);
  const lease = page.url();
  await press(page, 'Har flyttet inn før tiden');
  await dialog(page).getByLabel('Antall nøkler levert ut').fill('3');
  await press(page, 'Bekreft innflytting');
  await expect(page.getByText(/^Innflyttingen i .* er bekreftet$/)).toBeVisible();
  await page.getByRole('link', { name: 'Gå gjennom innflyttingen' }).click();
  await page.getByRole('button', { name: 'Kom hit: Nå' }).click();
  await page.getByRole('button', { name: 'Inne i leiligheten: Nå' }).click();
  await expect(page.getByText('Samme dag').last()).toBeVisible();
  await page.goto(lease);
  await page.getByRole('link', { name: plan }).first().click();
  await expect(page.getByRole('button', { name: new RegExp(`^${plan}`) })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
}
/** Flats for as many people have the same: `flats` of them by how many live there. */
async function proved(page: Page, flats: Record<string, number>): Promise<void> {
  await visit(page, '/ansatt/klargjoring/likt');
  for (const [people, n] of Object.entries(flats)) {
    await expect(
      page.getByRole('heading', { name: `For ${people}: ${n} av ${n} leiligheter har de samme 6 delene` }),
    ).toBeVisible();
  }
}

test('seventeen families come from a file to keys, alike and traceable', async ({ page }) => {
  test.setTimeout(120_000);
  await office(page);
  await withPackage(page);
  const rows = Array.from({ length: 17 }, (_, n) => {
    const family = listOf(n + 1, tongue(n), 'Familie');
    const children = Array.from({ length: 1 + (n % 3) }, () => family('barn', '24.11.2018'));
    return [family('hovedperson', n === 0 ? '31.02.1990' : '03.02.1990'), ...children];
  }).flat();
  await settle(page, 'Sytten familier', rows, rows.length, 17);
  await firstDay(page, 'Sytten familier', '6\\d\\d');
  await proved(page, { '2 personer': 6, '3 personer': 6, '4 personer': 5 });
});

test('thirty-five who come alone get a flat each from one file', async ({ page }) => {
  test.setTimeout(120_000);
  await office(page);
  const rows = Array.from({ length: 35 }, (_, n) =>
    person(n + 1, 'hovedperson', n === 0 ? '31.02.1990' : `03.02.${1950 + n}`, tongue(n), 'Enslig'),
  );
  await settle(page, 'Trettifem enslige', rows, 35, 35);
  await firstDay(page, 'Trettifem enslige', '[345]\\d\\d');
  await proved(page, { '1 person': 35 });
});
