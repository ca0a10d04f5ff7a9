import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, residentLooks, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';
import { signInAsResident, staffApi } from './support/resident';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role, 'Bydel Bjerke');
  return page;
}
const ahead = (days: number) => {
  const at = new Date();
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};
const asTyped = (iso: string) => iso.split('-').reverse().join('.');

/** An activity of its own for each story, through the API. */
async function planned(baseURL: string | undefined, activity: object): Promise<string> {
  const { api, headers } = await staffApi(baseURL, 'ingrid');
  try {
    const session = (await (await api.get('/v1/session')).json()) as { sites: { id: string }[] };
    const data = { status: 'confirmed', site_id: session.sites[0]?.id, ...activity };
    const answer = await api.post('/v1/activities', { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { id: string }).id;
  } finally {
    await api.dispose();
  }
}
const choose = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

test('a trip is planned, signed up for on a phone, postponed for the weather and told', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const worker = await signedIn(browser, 'env_worker');
  await visit(worker, '/ansatt/aktiviteter');
  await choose(worker, 'Ny aktivitet');
  const dialog = worker.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Hva', exact: true }).fill('Kanotur på Nøklevann');
  await dialog.getByRole('textbox', { name: /^Dato/ }).fill('01.02.2020');
  await dialog.getByLabel(/^Klokka/).fill('1200');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Den dagen har vært.').first()).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Hva', exact: true })).toHaveValue('Kanotur på Nøklevann');
  await dialog
    .getByLabel('Dato', { exact: false })
    .first()
    .fill(asTyped(ahead(3)));
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog).toHaveCount(0);
  await worker.getByRole('link', { name: 'Kanotur på Nøklevann' }).first().click();
  await choose(worker, 'Bekreft');
  await expect(worker.getByText('Bekreftet').first()).toBeVisible();

  const context = await browser.newContext();
  const phone = await context.newPage();
  await lookAs(phone, { width: 390 });
  await signInAsResident(phone, baseURL, 'Tetiana');
  await visit(phone, '/uka');
  await phone.getByRole('button', { name: 'Meld meg på: Kanotur på Nøklevann' }).click();
  await expect(phone.getByRole('button', { name: 'Meld meg av: Kanotur på Nøklevann' })).toBeVisible();
  await phone.getByRole('button', { name: 'Angre' }).click();
  await phone.getByRole('button', { name: 'Meld meg på: Kanotur på Nøklevann' }).click();
  await expect(phone.getByRole('button', { name: 'Meld meg av: Kanotur på Nøklevann' })).toBeVisible();

  // the worker has touched nothing
  await expect(worker.getByRole('link', { name: 'Tetiana Moroz' })).toBeVisible();
  await choose(worker, 'Utsett');
  await dialog.getByRole('radio', { name: 'Været' }).check();
  await dialog.getByLabel(/^Ny dato/).fill(asTyped(ahead(9)));
  await expect(dialog.getByText('1 påmeldt får beskjed på sitt språk.')).toBeVisible();
  await audit(worker);
  await dialog.getByRole('button', { name: 'Utsett' }).click();
  await expect(worker.getByRole('heading', { name: 'Flyttet én gang' })).toBeVisible();
  await expect(worker.getByRole('link', { name: 'Tetiana Moroz' })).toBeVisible();

  await expect(phone.getByText(/^Flyttet til /).first()).toBeVisible();
  await visit(phone, '/varsler');
  await expect(phone.getByText(/Kanotur på Nøklevann/).first()).toBeVisible();
});

test('the roll is taken on a phone, with one who had not signed up', async ({ browser, baseURL }) => {
  const id = await planned(baseURL, { title: 'Bingokveld', day: ahead(0) });
  const worker = await signedIn(browser, 'env_worker', 390);
  await visit(worker, `/ansatt/aktiviteter/${id}`);
  await choose(worker, 'Meld på beboer');
  const dialog = worker.getByRole('dialog');
  await dialog.getByRole('combobox').fill('Vadym');
  await worker.getByRole('option', { name: /Vadym/ }).click();
  await dialog.getByRole('button', { name: 'Meld på beboer' }).click();
  await expect(dialog).toHaveCount(0);
  await choose(worker, 'Ta opp oppmøte');
  await worker.getByRole('button', { name: 'Vadym Kravets', exact: true }).click();
  await expect(worker.getByText('1 er her')).toBeVisible();
  await worker.getByRole('combobox').fill('Zahra');
  await worker.getByRole('option', { name: /Zahra/ }).click();
  await choose(worker, 'Legg til');
  await expect(worker.getByText('2 er her')).toBeVisible();
  await audit(worker);
  await choose(worker, 'Ferdig');
  await expect(worker.getByText('Kom uten påmelding')).toBeVisible();
  await choose(worker, 'Marker som gjennomført');
  await expect(worker.getByText('Gjennomført', { exact: true })).toBeVisible();
});

test('the slip of the printed plan is shown, and the person decides', async ({ browser }) => {
  const worker = await signedIn(browser, 'env_worker');
  await visit(worker, '/ansatt/aktiviteter/hent');
  await worker.getByLabel(/^År/).selectOption('2024');
  const year =
    'Uke\tDato\tAktivitet\n7\tOnsdag 13.02\tTur til Nøklevann\n8\tVinterferien\t\n14\t31.02\tUmulig dag\n';
  await worker.getByLabel(/^Eller lim inn planen/).fill(year);
  await choose(worker, 'Les planen');
  await expect(worker.getByText('Planen sa «onsdag». 13.02 er en tirsdag.')).toBeVisible();
  await expect(worker.getByText('«31.02» er ingen dato.')).toBeVisible();
  await audit(worker);
  await choose(worker, 'Bruk onsdag 14.02');
  await expect(worker.getByText('Planen sa «onsdag»')).toHaveCount(0);
  await worker.getByRole('checkbox', { name: 'Ta med: Tur til Nøklevann' }).check();
  await worker.getByRole('checkbox', { name: 'Ta med: Umulig dag' }).uncheck();
  await choose(worker, 'Legg inn 2 linjer');
  await expect(worker.getByRole('link', { name: 'Tur til Nøklevann' }).first()).toBeVisible();
  await expect(worker.getByText('Onsdag 14.02.2024').first()).toBeVisible();
});

test('fewer seats than people is refused at the field with the number', async ({ browser, baseURL }) => {
  const id = await planned(baseURL, { title: 'Strikkekafé', day: ahead(4), capacity: 5 });
  const { api, headers } = await staffApi(baseURL, 'ingrid');
  const residents = (await (await api.get('/v1/residents?status=settled&limit=2')).json()) as {
    items: { id: string }[];
  };
  for (const { id: resident_id } of residents.items)
    await api.post(`/v1/activities/${id}/sign-up`, { data: { resident_id }, headers });
  await api.dispose();
  const worker = await signedIn(browser, 'env_worker');
  await visit(worker, `/ansatt/aktiviteter/${id}`);
  await choose(worker, 'Endre');
  const dialog = worker.getByRole('dialog');
  await dialog.getByLabel(/^Plasser/).fill('1');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Det er allerede 2 påmeldte.').first()).toBeVisible();
  await audit(worker);
});

test('the leader reads the plan without names, the landlord has no such page', async ({ browser }) => {
  const leader = await signedIn(browser, 'manager');
  await visit(leader, '/ansatt/aktiviteter');
  await expect(leader.getByRole('button', { name: 'Ny aktivitet' })).toHaveCount(0);
  await leader.getByRole('link', { name: 'Besøk på Deichman Bjørvika' }).first().click();
  await expect(leader.getByRole('heading', { level: 1, name: 'Besøk på Deichman Bjørvika' })).toBeVisible();
  await expect(leader.getByText('8 av 8')).toBeVisible();
  await expect(leader.getByRole('heading', { name: 'Deltakere' })).toHaveCount(0);
  const landlord = await signedIn(browser, 'operations');
  await visit(landlord, '/ansatt/aktiviteter');
  await expect(landlord.getByRole('table')).toHaveCount(0);
});

for (const { name, ...look } of staffLooks)
  test(`the plan and one activity stand every look: ${name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'env_worker', 'Bydel Bjerke');
    await visit(page, '/ansatt/aktiviteter');
    await audit(page);
    await visit(page, '/ansatt/aktiviteter?tab=all&from=2024-02-01&to=2024-06-30');
    await expect(page.getByText('Planen sa «Onsdag». 13.02 er en tirsdag.').first()).toBeAttached();
    await audit(page);
    await visit(page, '/ansatt/aktiviteter');
    await page.getByRole('link', { name: 'Besøk på Deichman Bjørvika' }).last().click();
    await expect(page.getByText('Venteliste')).toBeVisible();
    await audit(page);
    await choose(page, 'Endre');
    await audit(page);
    await visit(page, '/ansatt/aktiviteter/hent');
    await audit(page);
  });

test.describe('the residents’ week', () => {
  for (const { name, ...look } of residentLooks)
    test(`stands every look: ${name}`, async ({ page, baseURL }) => {
      await lookAs(page, look);
      await signInAsResident(
        page,
        baseURL,
        ['Parwana', 'Dieudonné', 'Hodan', 'Filmon'][residentLooks.findIndex((l) => l.name === name)] ?? '',
      );
      await visit(page, '/uka');
      await expect(page.getByText('Båttur i Oslofjorden').first()).toBeVisible();
      await audit(page);
    });
});
