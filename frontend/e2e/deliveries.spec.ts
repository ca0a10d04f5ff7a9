import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

async function signedIn(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, {});
  await signInAs(page, role);
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dotted = (date: Date) =>
  [date.getUTCDate(), date.getUTCMonth() + 1].map((n) => String(n).padStart(2, '0')).join('.') +
  `.${date.getUTCFullYear()}`;
/** The Tuesday of an ISO week in next year: week 37 is school, week 40 is the autumn break. */
function tuesday(week: number): string {
  const year = new Date().getUTCFullYear() + 1;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7);
  return dotted(new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + 1)));
}

test('a delivery at the start of school is told why not, and a better time is taken', async ({ browser }) => {
  test.slow();
  const office = await signedIn(browser, 'housing_office');
  await visit(office, '/ansatt/klargjoring/bestilling');
  await press(office, 'Endre leveringstid: Hvitevarer Alnabru');
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('Dag', { exact: true }).fill(tuesday(37));
  await dialog.getByLabel('Fra klokka').fill('08:15');
  await dialog.getByLabel('Til klokka').fill('09:15');
  await expect(dialog.getByText('Barneskolen har skolestart 08.00–08.45 på skoledager')).toBeVisible();
  await expect(dialog.getByText('Barnehagen har bringetid 07.30–09.00 på skoledager')).toBeVisible();
  const better = dialog.getByRole('group', { name: 'Bedre tider:' }).getByRole('button');
  await expect(better).toHaveText([
    `tirsdag ${tuesday(37)} 09.00–10.00`,
    `tirsdag ${tuesday(37)} 10.00–11.00`,
    `tirsdag ${tuesday(37)} 11.00–12.00`,
  ]);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText(/^En nabo vil ikke ha biler da/).first()).toBeVisible();
  await audit(office);
  await better.first().click();
  await expect(dialog.getByText('Ingenting er i veien for denne tiden.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(office.getByText('Leveringstiden er lagret')).toBeVisible();
  await expect(office.getByText(`Leveres tirsdag ${tuesday(37)} 09.00–10.00`)).toBeVisible();

  await press(office, 'Endre leveringstid: Hvitevarer Alnabru');
  await dialog.getByLabel('Dag', { exact: true }).fill(tuesday(40));
  await dialog.getByLabel('Fra klokka').fill('08:15');
  await expect(dialog.getByText('Ingenting er i veien for denne tiden.')).toBeVisible();
  await dialog.getByLabel('Fra klokka').fill('06:15');
  await expect(dialog.getByText('Det er ro i huset fra 22.00 til 07.00')).toBeVisible();
  await expect(dialog.getByLabel('Hvorfor likevel?')).toHaveCount(0);
});

test('those who keep the building write when a neighbour wants no lorries', async ({ browser }) => {
  const keeper = await signedIn(browser, 'property_manager');
  await visit(keeper, '/ansatt/klargjoring/bestilling');
  await expect(keeper.getByRole('button', { name: /leveringstid/ })).toHaveCount(0);
  await press(keeper, 'Legg til tid: Kirken');
  const dialog = keeper.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Fyll ut feltet').first()).toBeVisible();
  await dialog.getByLabel('Hva skjer da?').fill('begravelser');
  await dialog.getByLabel('Fra klokka').fill('12:00');
  await dialog.getByLabel('Til klokka').fill('11:00');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Tiden slutter før den begynner').first()).toBeVisible();
  await dialog.getByLabel('Til klokka').fill('13:00');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(keeper.getByText('Tiden er lagret')).toBeVisible();
  await expect(keeper.getByText('12.00–13.00 mandag–fredag')).toBeVisible();
  await press(keeper, 'Fjern begravelser: Kirken');
  await dialog.getByRole('button', { name: 'Fjern' }).click();
  await expect(keeper.getByText('begravelser')).toHaveCount(0);
});

async function unitId(page: Page, label: string): Promise<string> {
  const answer = await page.request.get('/v1/units?limit=100');
  const { items } = (await answer.json()) as { items: { id: string; label: string }[] };
  return items.find((u) => u.label === label)?.id ?? '';
}

test('how far support has come stands for the district, and the crew never meets it', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const place = `/ansatt/klargjoring/${await unitId(office, '201')}`;
  await visit(office, place);
  await expect(office.getByText('Ikke søkt')).toBeVisible();
  await press(office, 'Endre stønad');
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Søkt', exact: true }).check();
  await audit(office);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(office.getByText(/^Søkt .* ført av Marit Bakken$/)).toBeVisible();
  await audit(office);
  const crew = await signedIn(browser, 'crew');
  await visit(crew, place);
  await expect(crew.getByRole('heading', { level: 1 })).toHaveText('Sjekkliste 201');
  await expect(crew.getByText(/[Ss]tønad/)).toHaveCount(0);
});

/** Checked and with its key, so that the next story finds the flat as this one did. */
async function finish(page: Page, unit: string) {
  const session = (await (await page.request.get('/v1/session')).json()) as { csrf_token: string };
  const headers = { 'X-CSRF-Token': session.csrf_token };
  const list = (await (await page.request.get(`/v1/units/${unit}/checklist`)).json()) as {
    id: string;
    version: number;
    lines: { id: string }[];
  };
  const ticks = list.lines.map((line) => ({ line_id: line.id, step: 'checked' }));
  await page.request.post(`/v1/checklists/${list.id}/ticks`, { headers, data: { ticks } });
  const key = await page.request.post(`/v1/checklists/${list.id}/key`, {
    headers,
    data: { version: list.version },
  });
  expect(key.ok(), await key.text()).toBe(true);
}

test('an empty flat gets the lane again by one press', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const empty = (await (await office.request.get('/v1/furnishing/units?stage=key&limit=100')).json()) as {
    items: { id: string; label: string; state: string; use: string }[];
  };
  const flat = empty.items.find((u) => u.state === 'vacant' && u.use === 'dwelling');
  expect(flat, 'the demo has a flat that stands empty').toBeDefined();
  await visit(office, `/ansatt/klargjoring/${flat?.id}`);
  await press(office, 'Til ny utleie');
  await expect(office.getByText(/Gjøres klar på nytt/)).toBeVisible();
  await expect(office.getByText('24 linjer er ikke sjekket ennå.')).toBeVisible();
  await expect(office.getByRole('button', { name: 'Til ny utleie' })).toHaveCount(0);
  await finish(office, flat?.id ?? '');
});

for (const look of staffLooks) {
  test(`a delivery time and the neighbours' hours stand at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    await visit(page, '/ansatt/klargjoring/bestilling');
    await expect(page.getByText('Bil med løftelem, ring ved porten')).toBeVisible();
    await audit(page);
    await press(page, 'Endre leveringstid: Møbelringen Groruddalen');
    await page.getByRole('dialog').getByLabel('Fra klokka').fill('08:15');
    await page.getByRole('group', { name: 'Bedre tider:' }).getByRole('button').first().waitFor();
    await audit(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Forkast' }).click();
    await press(page, 'Endre skolestart: Barneskolen');
    await audit(page);
    await page.keyboard.press('Escape');
  });
}
