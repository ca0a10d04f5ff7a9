import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';
import { duf, headings } from './support/candidates';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const csv = (...rows: string[]) => Buffer.from([headings, ...rows].join('\r\n'), 'utf-8');
async function upload(page: Page, buffer: Buffer, name = 'liste.csv'): Promise<void> {
  await page.getByLabel('Liste som CSV eller XLSX').setInputFiles({ name, mimeType: 'text/csv', buffer });
}
const tomorrowOf = () => `Prøve ${crypto.randomUUID().slice(0, 8)}`;

test('a list with faults is corrected where it stands, imported whole, answered and undone', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await signedIn(browser, 'settler');
  await visit(page, '/ansatt/bosetting');
  await page.getByRole('link', { name: 'Les inn liste' }).first().click();
  await upload(page, Buffer.from('%PDF-1.7 ikke en tabell'));
  await expect(page.getByText('Dette er ikke en tabell vi kan lese. Bruk CSV eller XLSX.')).toBeVisible();

  const family = tomorrowOf();
  await upload(
    page,
    csv(
      `1;hovedperson;Olena;${family};31.02.1990;ukrainsk;${duf()};Hemmelig notat;ingen`,
      `1;barn;Ivan;${family};24.11.2018;ukrainsk;;;ingen`,
      ';;;;;;123;;',
    ),
  );
  await expect(page.getByText('Ikke en dato vi forstår. Skriv den som 13.02.1990.')).toBeVisible();
  await audit(page);
  await press(page, /^Utelat Linje 4/);
  await expect(page.getByText('Utelatt', { exact: true })).toBeVisible();
  await press(page, /^Rett Linje 2/);
  await dialog(page).getByLabel('Fødselsdato').fill('28.02.1990');
  await audit(page);
  await press(page, 'Bruk rettelsen');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('Kan importeres')).toBeVisible();

  await page.getByLabel('Navn på lista').fill(family);
  await page.getByLabel('Jeg har sjekket at de uten gradering').check();
  await press(page, 'Importer 2 personer');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(family);
  const household = page.getByRole('article', { name: `Olena ${family}` });
  await expect(household).toContainText('Enslig forsørger');
  await expect(household).toContainText('Anmodet');
  await expect(page.getByText('Hemmelig notat')).toHaveCount(0);

  await press(page, `Funksjon og helse Olena ${family}`);
  await press(page, 'Vis opplysningene');
  await expect(dialog(page).getByLabel('Formål')).toHaveAccessibleDescription(/Skriv hva du trenger/);
  await dialog(page).getByLabel('Formål').fill('Vurderer om leiligheten passer');
  await press(page, 'Vis opplysningene');
  await expect(dialog(page).locator('.care-said')).toContainText('Hemmelig notat');
  await audit(page);
  await dialog(page).getByLabel('Kan bo her').check();
  await press(page, 'Lagre vurderingen');

  await press(page, 'Noter svaret');
  await dialog(page).getByLabel('Ja, bydelen bosetter dem').check();
  await press(page, 'Lagre svaret');
  await expect(page.locator('.page-title')).toContainText('Svart ja');
  await expect(household).toContainText('Avtalt');
  await audit(page);

  await press(page, 'Angre innlesingen');
  await press(page, 'Fjern personene');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bosetting');
  await expect(page.getByText(family)).toHaveCount(0);
});

test('the protected stand on the list of their two guardians alone, and get a flat by hand', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await signedIn(browser, 'settler', 390);
  await visit(page, '/ansatt/bosetting/ny');
  const name = tomorrowOf();
  await upload(
    page,
    csv(
      `1;;Skjult;${name};03.02.1990;arabisk;${duf()};;fortrolig`,
      `2;;Senere;${name};03.02.1991;arabisk;;;ingen`,
    ),
  );
  await page.getByLabel('Navn på lista').fill(name);
  await press(page, 'Importer 2 personer');
  await expect(page.getByLabel('Den andre')).toHaveAccessibleDescription(/Velg to forskjellige/);
  await audit(page);
  await page.getByLabel('Den ene').selectOption({ label: 'Yusuf Demir – Bosetter' });
  await page.getByLabel('Den andre').selectOption({ label: 'Hanne Dahl – Leder i bydelen' });
  await press(page, 'Importer 2 personer');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('article', { name: `Skjult ${name}` })).toHaveCount(0);

  await press(page, `Adressesperre Senere ${name}`);
  await dialog(page).getByLabel('Begrunnelse').fill('Melding fra Folkeregisteret');
  await press(page, 'Sett adressesperre');
  await expect(dialog(page).getByLabel('Den andre')).toHaveAccessibleDescription(/Velg to forskjellige/);
  await audit(page);
  await dialog(page).getByLabel('Den andre').selectOption({ label: 'Hanne Dahl – Leder i bydelen' });
  await press(page, 'Sett adressesperre');
  await expect(page.getByText('Ingen husstander på lista')).toBeVisible();

  await visit(page, '/ansatt/bosetting/skjermet');
  await expect(page.getByRole('article', { name: `Senere ${name}` })).toContainText('Adressesperre');
  const hidden = page.getByRole('article', { name: `Skjult ${name}` });
  await audit(page);
  await hidden.getByRole('button', { name: 'Gi leilighet' }).click();
  await press(page, 'Lag leieforholdet');
  await expect(dialog(page).getByLabel('Leilighet')).toHaveAttribute('aria-invalid', 'true');
  await audit(page);
  await dialog(page).getByLabel('Leilighet').selectOption({ index: 1 });
  await dialog(page).getByRole('textbox', { name: 'Flytter inn' }).fill('01.02.2098');
  await dialog(page).getByRole('textbox', { name: 'Kontrakten går til' }).fill('01.02.2099');
  await press(page, 'Lag leieforholdet');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Leieforhold i/);
  await expect(page.getByText(`Skjult ${name}`).first()).toBeVisible();

  const other = await signedIn(browser, 'housing_office');
  await other.goto(page.url());
  await expect(other.getByText(`Skjult ${name}`)).toHaveCount(0);
  await visit(other, '/ansatt/bosetting');
  await expect(other.getByText(name)).toHaveCount(0);
  await visit(other, '/ansatt/bosetting/skjermet');
  await expect(other.getByText('Ingen du er oppnevnt for')).toBeVisible();
});

test('an alternative is begun, filled by hand and by suggestion, chosen with a reason and released', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await signedIn(browser, 'settler');
  await visit(page, '/ansatt/bosetting/bord');
  await expect(page.getByText('Savchuk')).toHaveCount(0);
  await press(page, 'Nytt alternativ');
  const name = tomorrowOf();
  await dialog(page).getByLabel('Navn').fill(name);
  await press(page, 'Lagre');
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await press(page, 'Velg Husstand 2');
  await expect(page.getByText('Velg en leilighet for husstand 2')).toBeVisible();
  await press(page, 'Plasser her Leilighet 303');
  const flat = page.getByRole('article', { name: 'Leilighet 303' });
  await expect(flat).toContainText('Husstand 2');
  await expect(page.getByText('Ingen ledig leilighet har plass til husstand 9 på 2 personer.')).toBeVisible();
  await audit(page);

  await press(page, 'Foreslå plassering');
  await expect(page.getByText('Foreslått fordi:').first()).toBeVisible();
  await expect(flat).toContainText('Husstand 2');
  const helpers = page.getByRole('table', { name: 'Hjelpere' });
  await helpers.getByRole('checkbox').first().check();
  await expect(helpers.getByRole('checkbox').first()).toBeChecked();
  await expect(helpers.getByRole('row').nth(2)).toContainText(/husstand.*husstand/);
  await audit(page);
  await press(page, 'Velg dette');
  await dialog(page).getByLabel('Hvorfor dette alternativet?').fill('Jevnest i etasjene');
  await dialog(page).getByRole('button', { name: 'Velg dette' }).click();
  await expect(page.getByText('Jevnest i etasjene')).toBeVisible();
  await audit(page);
  await press(page, 'Gjennomfør planen');
  await dialog(page)
    .getByRole('button', { name: /^Lag \d+ leieforhold/ })
    .click();
  await expect(dialog(page).getByRole('textbox', { name: 'Flytter inn' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await audit(page);
  await dialog(page).getByRole('button', { name: 'Avbryt' }).click();
  await press(page, 'Angre valget');
  await expect(page.getByRole('button', { name: 'Foreslå plassering' })).toBeVisible();
  await press(page, 'Ta tilbake Leilighet 303');
  await expect(page.getByRole('button', { name: 'Velg Husstand 2' })).toBeVisible();

  await press(page, 'Endre grensene');
  await dialog(page).getByRole('group', { name: 'Alder: 60 år og eldre' }).getByLabel('Høyst').fill('5');
  await audit(page);
  await press(page, 'Lagre grensene');
  await expect(page.getByText(/60 år og eldre: \d+ prosent, over grensen på 5/)).toBeVisible();
});

test('health finds whom to assess without a name, and says whether they can live here', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'health');
  await visit(page, '/ansatt/');
  await page
    .getByRole('navigation', { name: 'Hovedmeny' })
    .getByRole('link', { name: 'Vurderinger' })
    .click();
  await expect(page.getByText('Savchuk')).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Funksjon og helse Fordelingsliste/ })
    .first()
    .click();
  await dialog(page).getByLabel('Formål').fill('Vurdering før bosetting');
  await press(page, 'Vis opplysningene');
  await dialog(page).getByLabel('Trenger et annet tilbud').check();
  await press(page, 'Lagre vurderingen');
  await expect(page.getByText('Trenger et annet tilbud').filter({ visible: true }).first()).toBeVisible();
});

test('a check of IMDinett is noted with who did it', async ({ browser }) => {
  const page = await signedIn(browser, 'settler', 390);
  await visit(page, '/ansatt/bosetting');
  await press(page, 'Sjekket: ingenting nytt');
  await expect(page.getByRole('region', { name: 'Sjekk av IMDinett' })).toContainText('av Yusuf Demir');
});

for (const look of staffLooks)
  test(`the screens of settling stand the audit at ${look.name}`, async ({ page }) => {
    test.setTimeout(120_000);
    await lookAs(page, look);
    await signInAs(page, 'settler');
    for (const path of [
      '/ansatt/bosetting',
      '/ansatt/bosetting/ny',
      '/ansatt/bosetting/bord',
      '/ansatt/bosetting/skjermet',
      '/ansatt/bosetting/vurderinger',
    ]) {
      await visit(page, path);
      await audit(page);
    }
    await visit(page, '/ansatt/bosetting');
    await page.getByRole('link', { name: 'Fordelingsliste fra IMDi' }).filter({ visible: true }).click();
    await expect(page.getByRole('article').first()).toBeVisible();
    await audit(page);
  });
