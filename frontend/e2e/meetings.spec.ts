import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, residentLooks, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';
import { signInAsResident, staffApi } from './support/resident';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const typed = (iso: string) => iso.split('-').reverse().join('.');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

interface Made {
  id: string;
  version: number;
}
/** A meeting of its own for each story, through the API. */
async function called(page: Page, given: object): Promise<Made> {
  const session = (await (await page.request.get('/v1/session')).json()) as {
    csrf_token: string;
    sites: { id: string }[];
    actor_id: string;
  };
  const answer = await page.request.post('/v1/meetings', {
    data: {
      kind: 'nav',
      title: 'Prøvemøte',
      day: ahead(-1),
      begins: '10:00',
      site_id: session.sites[0]?.id,
      participants: [{ user_id: session.actor_id }],
      ...given,
    },
    headers: { 'X-CSRF-Token': session.csrf_token },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Made;
}

test('a meeting every other week: from the series to approved minutes and an action done', async ({
  browser,
}) => {
  test.slow();
  const page = await signedIn(browser, 'env_worker');
  await visit(page, '/ansatt/moter');
  await page.getByRole('link', { name: 'Ny møterekke' }).click();
  await page.getByLabel('Hva møtet heter').fill('Prøverekke med Nav');
  await page.getByLabel('Første dag', { exact: true }).fill(typed(ahead(2)));
  await page.getByLabel('Faste saker').fill('Drop-in\nHenvisninger');
  await page.getByRole('checkbox', { name: /^Kristin Vik/ }).check();
  await press(page, 'Start møterekka');
  const summary = page.getByRole('group', { name: /Rett opp|feil/i }).or(page.locator('.ds-error-summary'));
  await expect(summary.first()).toContainText('Skriv når rekka slutter');
  await expect(page.getByLabel('Hva møtet heter')).toHaveValue('Prøverekke med Nav');
  await page.getByLabel('Siste dag', { exact: true }).fill(typed(ahead(90)));
  await expect(page.getByText('Det blir 7 møter. De første:')).toBeVisible();
  await audit(page);
  await press(page, 'Start møterekka');

  await page.getByRole('table').getByRole('link', { name: 'Prøverekke med Nav' }).first().click();
  await press(page, 'Ta inn alle');
  await expect(page.getByRole('button', { name: 'Henvisninger', exact: true })).toBeVisible();
  await page.getByLabel('Ny sak').fill('Brev ingen forstår');
  await page.getByLabel('Ny sak').press('Enter');
  await expect(page.getByLabel('Ny sak')).toHaveValue('');

  // by keyboard: write, Enter, and the next item that has nothing yet is open
  await press(page, 'Drop-in');
  await expect(page.getByLabel('Hva ble bestemt?')).toBeFocused();
  await page.keyboard.type('Drop-in flyttes til onsdag.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Henvisninger', exact: true })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.getByRole('radio', { name: 'Til orientering' }).check();
  await press(page, 'Lagre og gå til neste sak');
  await expect(page.getByRole('button', { name: 'Brev ingen forstår', exact: true })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.getByRole('radio', { name: 'Oppfølging' }).check();
  await audit(page);
  await page.getByLabel('Hva skal gjøres?').fill('Lage en oversikt over brevene');
  await page.getByLabel('Hvem gjør det?').selectOption({ label: 'Ingrid Solvang · Bydel Bjerke' });
  await page.getByLabel('Frist', { exact: true }).fill(typed(ahead(5)));
  await press(page, 'Lagre og gå til neste sak');
  await expect(page.getByRole('heading', { name: 'Beslutninger' })).toBeVisible();

  await page.getByLabel('Skriv referatet').fill('Vi ble enige');
  await expect(page.getByText(/^Lagret \d/)).toBeVisible();
  // saving takes neither the place in the text nor the text
  await expect(page.getByLabel('Skriv referatet')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' om onsdager.');
  await press(page, 'Godkjenn referatet');
  await expect(page.getByText('Referat godkjent')).toBeVisible();
  await expect(page.getByText(/^Versjon 1, godkjent av Ingrid Solvang/)).toBeVisible();
  await expect(page.getByLabel('Ny sak')).toHaveCount(0);

  await press(page, 'Rett referatet');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hva er feil?').fill('Feil ukedag');
  await dialog.getByRole('button', { name: 'Begynn ny versjon' }).click();
  await page.getByLabel('Skriv referatet').fill('Vi ble enige om torsdager.');
  await press(page, 'Godkjenn referatet');
  await expect(page.getByText(/^Versjon 2, godkjent av/)).toBeVisible();
  await page.getByText('Én tidligere versjon').click();
  await expect(page.getByText('Vi ble enige om onsdager.')).toBeVisible();

  await visit(page, '/ansatt/moter/oppfolging');
  await press(page, 'Gjort: Lage en oversikt over brevene');
  await expect(page.getByRole('button', { name: 'Gjort: Lage en oversikt over brevene' })).toHaveCount(0);
  await page.getByLabel('Status').selectOption('done');
  await expect(page.getByRole('table').getByText('Lage en oversikt over brevene')).toBeVisible();
});

test('two who write the minutes at once lose nothing', async ({ browser }) => {
  const first = await signedIn(browser, 'env_worker');
  const second = await signedIn(browser, 'nav_advisor');
  const { id } = await called(first, { title: 'Samtidig' });
  await visit(first, `/ansatt/moter/${id}`);
  await visit(second, `/ansatt/moter/${id}`);
  await first.getByLabel('Skriv referatet').fill('Det ene.');
  await expect(first.getByText(/^Lagret \d/)).toBeVisible();
  await second.getByLabel('Skriv referatet').fill('Det andre.');
  await expect(second.getByText('Ingrid Solvang har skrevet i referatet samtidig.')).toBeVisible();
  await audit(second);
  await press(second, 'Behold begge');
  await expect(second.getByText(/^Lagret \d/)).toBeVisible();
  await expect(second.getByLabel('Skriv referatet')).toHaveValue('Det ene.\n\nDet andre.');
});

test('the minutes wait for the network, and say so', async ({ browser }) => {
  const page = await signedIn(browser, 'env_worker', 390);
  const { id } = await called(page, { title: 'Uten nett' });
  await visit(page, `/ansatt/moter/${id}`);
  await page.context().setOffline(true);
  await page.getByLabel('Skriv referatet').fill('Skrevet i kjelleren.');
  await expect(page.getByText(/^Ikke lagret ennå/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^Lagret \d/)).toBeVisible();
});

test('a meeting is moved with those that follow, and one is cancelled', async ({ browser }) => {
  const page = await signedIn(browser, 'housing_office');
  const { id } = await called(page, { title: 'Flyttes', day: ahead(3) });
  await visit(page, `/ansatt/moter/${id}`);
  await press(page, 'Flytt møtet');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Dag', { exact: true }).fill('01.01.2020');
  await dialog.getByRole('button', { name: 'Flytt', exact: true }).click();
  await expect(dialog.getByText('Velg en dag som ikke har vært').first()).toBeVisible();
  await dialog.getByLabel('Dag', { exact: true }).fill(typed(ahead(4)));
  await dialog.getByLabel('Klokka', { exact: true }).fill('1315');
  await audit(page);
  await dialog.getByRole('button', { name: 'Flytt', exact: true }).click();
  await expect(page.getByText(/kl\. 13\.15–14\.15/)).toBeVisible();
  await expect(page.getByText('Flyttet', { exact: true })).toBeVisible();
  await press(page, 'Avlys møtet');
  await dialog.getByLabel('Hvorfor').fill('Sykdom');
  await dialog.getByRole('button', { name: 'Avlys', exact: true }).click();
  await expect(page.getByText('Avlyst', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Flytt møtet' })).toHaveCount(0);
});

test('the landlord reads the meetings with the landlord, where nobody is named', async ({ browser }) => {
  const page = await signedIn(browser, 'property_manager');
  await visit(page, '/ansatt/moter?tab=past');
  await expect(page.getByRole('table').getByText('Nav og miljøarbeiderne')).toHaveCount(0);
  await page.getByRole('table').getByRole('link', { name: 'Utleier, Nav og bydelen' }).first().click();
  await expect(page.getByText('Ikke skriv om personer her.')).toBeVisible();
  await expect(page.getByText(/godkjent av Hanne Dahl/)).toBeVisible();
});

test('a question is answered in the register', async ({ browser }) => {
  const page = await signedIn(browser, 'manager', 390);
  await visit(page, '/ansatt/moter/sporsmal');
  const question = 'Svar på: Finnes det penger til åpent hus lørdag kveld?';
  await press(page, question);
  await page.getByRole('dialog').getByLabel('Hva er svaret?').fill('Ja, ut året.');
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByRole('button', { name: question })).toHaveCount(0);
});

for (const look of staffLooks)
  test(`every screen of meetings stands at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    const past = (await (
      await page.request.get(
        `/v1/meetings?latest_first=true&to_day=${ahead(0)}&minutes=approved&kind=gathering`,
      )
    ).json()) as { items: { id: string }[] };
    const coming = (await (await page.request.get(`/v1/meetings?from_day=${ahead(1)}&kind=nav`)).json()) as {
      items: { id: string }[];
    };
    for (const path of [
      '',
      '?tab=past',
      '?kind=neighbours&mine=true&from=2020-01-01&to=2020-01-02',
      '/rekker',
      '/oppfolging?whose=all',
      '/oppfolging?whose=all&status=dropped',
      '/sporsmal',
      '/ny',
      '/ny-rekke',
      `/${past.items[0]?.id}`,
      `/${coming.items[0]?.id}`,
    ]) {
      await visit(page, `/ansatt/moter${path}`);
      await audit(page);
    }
  });

for (const look of residentLooks)
  test(`a resident's appointments stand at ${look.name}`, async ({ page, baseURL }) => {
    await lookAs(page, look);
    const people = ['Artem', 'Yazan', 'Filmon', 'Navid'];
    const given = people[residentLooks.indexOf(look)] ?? '';
    const { id } = await signInAsResident(page, baseURL, given);
    await visit(page, '/avtaler');
    await audit(page);

    const { api, headers } = await staffApi(baseURL, 'ingrid');
    const { sites } = (await (await api.get('/v1/session')).json()) as { sites: { id: string }[] };
    const made = await api.post('/v1/meetings', {
      headers,
      data: {
        kind: 'intake',
        title: 'Om noe privat',
        site_id: sites[0]?.id,
        day: ahead(2),
        begins: '11:00',
        place: 'Samtalerommet',
        participants: [{ resident_id: id, interpreter: 'so' }],
      },
    });
    const meeting = (await made.json()) as Made;
    const day = ahead(3);
    await api.post(`/v1/meetings/${meeting.id}/move`, {
      headers,
      data: { version: meeting.version, day, begins: '13:00' },
    });
    await expect(page.getByText('13.00–14.00')).toBeVisible();
    await expect(page.getByText('Samtalerommet')).toBeVisible();
    await expect(page.getByText('Om noe privat')).toHaveCount(0);
    await audit(page);
    await api.post(`/v1/meetings/${meeting.id}/cancel`, {
      headers,
      data: { version: meeting.version + 1, reason: 'Sykdom' },
    });
    await expect(page.locator('[data-off]')).toBeVisible();
    await audit(page);
    await api.dispose();
  });
