import { expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, visit } from './support/app';
import { audit } from './support/audit';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const asTyped = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('nb-NO', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Europe/Oslo',
  });
const head = 'Husstand;Relasjon;Fornavn;Etternavn;Fødselsdato;Morsmål;Krav til bolig;Adressesperre';
const tongues = ['ukrainsk', 'arabisk', 'tigrinja', 'dari', 'engelsk'];

/** Sixteen who are not yet 25, some in the middle, some old; one of them with a date that nobody has. */
function singles(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const born =
      n === 0 ? '31.02.1990' : `1${n % 9}.0${(n % 8) + 1}.${[2003, 2004, 1988, 1996, 1955][n % 5]}`;
    return `A${n};hovedperson;Alene${n + 1};Reisende;${born};${tongues[n % 5]};;ingen`;
  });
}
/** Two grown-ups, and one to four children. */
function families(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const of = (role: string, given: string, year: number) =>
      `F${n};${role};${given};Familie${n + 1};1${n % 9}.0${(n % 8) + 1}.${year};${tongues[n % 5]};;ingen`;
    const children = Array.from({ length: (n % 4) + 1 }, (_, c) => of('barn', `Barn${c + 1}`, 2012 + c));
    return [of('hovedperson', 'Mor', 1985 + (n % 8)), of('ektefelle', 'Far', 1983 + (n % 8)), ...children];
  }).flat();
}

interface Group {
  name: string;
  rows: string[];
  households: number;
}
async function settle(page: Page, { name, rows, households }: Group): Promise<void> {
  await visit(page, '/ansatt/bosetting');
  await page.getByRole('link', { name: 'Les inn liste' }).first().click();
  await page.getByLabel('Liste som CSV eller XLSX').setInputFiles({
    name: 'fordelingsliste.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, ...rows].join('\r\n'), 'utf-8'),
  });
  await expect(page.getByLabel('Navn på lista')).toBeVisible();
  if (rows[0]?.includes('31.02')) {
    await press(page, 'Rett Linje 2');
    await dialog(page).getByLabel('Fødselsdato').fill('28.02.1990');
    await press(page, 'Bruk rettelsen');
  }
  await page.getByLabel('Navn på lista').fill(name);
  await page.getByLabel('Jeg har sjekket at de uten gradering').check();
  await press(page, `Importer ${rows.length} personer`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await press(page, 'Noter svaret');
  await dialog(page).getByLabel('Ja, bydelen bosetter dem').check();
  await press(page, 'Lagre svaret');
  await expect(page.locator('.page-title')).toContainText('Svart ja');

  await visit(page, '/ansatt/bosetting/bord');
  await press(page, 'Nytt alternativ');
  await dialog(page).getByLabel('Navn').fill(name);
  await press(page, 'Lagre');
  await press(page, 'Foreslå plassering');
  await expect(page.getByText('Foreslått fordi:')).toHaveCount(households);
  await press(page, 'Velg dette');
  await dialog(page).getByLabel('Hvorfor dette alternativet?').fill('Jevnest i etasjene');
  await dialog(page).getByRole('button', { name: 'Velg dette' }).click();
  await press(page, 'Gjennomfør planen');
  await dialog(page).getByRole('textbox', { name: 'Flytter inn' }).fill(asTyped(1));
  await dialog(page).getByRole('textbox', { name: 'Kontrakten går til' }).fill(asTyped(1100));
  await dialog(page)
    .getByRole('button', { name: `Lag ${households} leieforhold` })
    .click();
  await expect(dialog(page)).toHaveCount(0);
}

test('17 families and 35 who come alone are settled from two files to planned leases, by one person', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await lookAs(page, {});
  await signInAs(page, 'housing_office', 'Bydel Fjordhagen');
  await settle(page, { name: 'Familier i desember', rows: families(17), households: 17 });
  await audit(page);
  await settle(page, { name: 'Enslige i desember', rows: singles(35), households: 35 });

  const leases = (await (await page.request.get('/v1/tenancies?limit=100&state=planned')).json()) as {
    items: unknown[];
  };
  expect(leases.items).toHaveLength(52);
});
