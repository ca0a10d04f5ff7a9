import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
/** A case of its own for each story, through the API. */
async function reported(
  page: Page,
  incident: object,
): Promise<{ id: string; number: string; version: number }> {
  const session = (await (await page.request.get('/v1/session')).json()) as { csrf_token: string };
  const answer = await page.request.post('/v1/incidents', {
    data: incident,
    headers: { 'X-CSRF-Token': session.csrf_token },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { id: string; number: string; version: number };
}
const choose = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const picture = async (page: Page) => ({
  name: 'bilde.jpg',
  mimeType: 'image/jpeg',
  buffer: await page.screenshot({ type: 'jpeg' }),
});

test('a leak is reported on a phone, taken by the landlord, solved and closed', async ({ browser }) => {
  test.slow();
  const worker = await signedIn(browser, 'env_worker', 390);
  const landlord = await signedIn(browser, 'operations');
  await visit(landlord, '/ansatt/hendelser');
  await landlord.locator('.table, .state').first().waitFor();

  await visit(worker, '/ansatt/hendelser');
  await worker.getByRole('link', { name: 'Meld hendelse' }).click();
  await choose(worker, 'Vannlekkasje');
  await worker.getByRole('radio', { name: /^Akutt/ }).check();
  const first = worker.getByRole('region', { name: 'Ring først' });
  await expect(first.getByRole('link', { name: /^113/ })).toBeVisible();
  await expect(first.getByRole('link', { name: /^Ring / }).first()).toBeVisible();
  await worker.getByRole('combobox', { name: /^Enhet/ }).fill('208');
  await worker.getByRole('option', { name: /^208/ }).click();
  await worker.locator('input[type=file]').setInputFiles([await picture(worker)]);
  await worker.getByRole('checkbox', { name: /^Utleieren skal se bildene/ }).check();
  await worker.getByLabel('Hva har skjedd, kort sagt?').fill('Beboeren glemte krana åpen');
  await choose(worker, 'Send melding');
  const heading = worker.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^H-\d+ er meldt$/);
  await expect(worker.getByRole('region', { name: 'Ring først' })).toBeVisible();
  await expect(worker.getByText('1 av 1 sendt')).toBeVisible();
  await audit(worker);
  const number = (await heading.textContent())?.split(' ')[0] ?? '';

  // the landlord has touched nothing
  const news = landlord.getByRole('alert').filter({ hasText: number });
  await expect(news.getByRole('link', { name: number })).toHaveText(`${number} · Vannlekkasje · 208`);
  await news.getByRole('link', { name: number }).click();
  await expect(landlord.getByRole('heading', { level: 1 })).toHaveText(`${number} · Vannlekkasje`);
  await expect(landlord.getByText('Vannlekkasje eller vannskade er meldt.')).toBeVisible();
  await expect(landlord.getByRole('button', { name: /^Vis bilde 1/ })).toBeVisible();
  await expect(landlord.getByText('glemte krana')).toHaveCount(0);
  await expect(landlord.getByRole('heading', { name: 'Parter' })).toHaveCount(0);

  await worker.getByRole('link', { name: 'Åpne saken' }).click();
  await expect(worker.getByRole('heading', { level: 1 })).toHaveText(
    `${number} · Beboeren glemte krana åpen`,
  );

  await choose(landlord, 'Ta saken');
  await expect(landlord.getByRole('button', { name: 'Marker som løst' })).toBeVisible();
  await landlord.getByLabel('Skriv et notat').fill('Rørlegger er der om en halv time');
  await choose(landlord, 'Lagre notat');
  await expect(worker.getByText('Rørlegger er der om en halv time')).toBeVisible();
  await choose(landlord, 'Marker som løst');
  const dialog = landlord.getByRole('dialog');
  await dialog.getByLabel(/Hva er gjort/).fill('Ny pakning, tørt nå');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog).toHaveCount(0);

  await choose(worker, 'Lukk saken');
  await worker.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await expect(worker.getByRole('button', { name: 'Lukk saken' })).toHaveCount(0);
  await expect(worker.getByText('Status: Løst → Lukket')).toBeVisible();
  await expect(landlord.getByText('Status: Løst → Lukket')).toBeVisible();
});

test('what was written survives a reload, and one is told without network', async ({ page, context }) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/hendelser/ny');
  await choose(page, 'Bråk');
  await page.getByLabel(/^Beskrivelse/).fill('Høy musikk fra gangen');
  await page.reload();
  await expect(page.getByText('Vi tok vare på det du skrev.')).toBeVisible();
  await expect(page.getByLabel(/^Beskrivelse/)).toHaveValue('Høy musikk fra gangen');
  await context.setOffline(true);
  await expect(page.getByText('Teksten blir stående i denne fanen')).toBeVisible();
  await choose(page, 'Send melding');
  await expect(page.getByText('Vi får ikke kontakt med tjenesten')).toBeVisible();
  await context.setOffline(false);
  await choose(page, 'Send melding');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^H-\d+ er meldt$/);
  await choose(page, 'Meld en til');
  await expect(page.getByRole('button', { name: 'Bråk' })).toBeVisible();
});

test('a picture that did not arrive is sent again, and pictures are leafed through by keyboard', async ({
  page,
}) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'env_worker');
  const units = (await (await page.request.get('/v1/units?limit=100')).json()) as {
    items: { id: string; label: string }[];
  };
  const unit = units.items.find((u) => u.label === '207');
  await visit(page, `/ansatt/hendelser/ny?unit=${unit?.id}`);
  await choose(page, 'Hærverk');
  await expect(page.getByRole('button', { name: 'Fjern 207' })).toBeVisible();
  const file = await picture(page);
  await page.locator('input[type=file]').setInputFiles([file, file]);
  await page.route('**/pictures', (route) => route.abort(), { times: 1 });
  await choose(page, 'Send melding');
  await expect(page.getByText('1 av 2 sendt')).toBeVisible();
  await choose(page, 'Prøv å sende bildet på nytt');
  await expect(page.getByText('2 av 2 sendt')).toBeVisible();
  await page.getByRole('link', { name: 'Åpne saken' }).click();
  await choose(page, /^Vis bilde 1/);
  await expect(page.getByRole('dialog', { name: 'Bilde 1 av 2' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Bilde 2 av 2' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Hvem skal se bildet?' }).selectOption('partners');
  await expect(page.getByText('Lagret hvem som ser bildet')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the filters stand in the address, and a card is moved by keyboard', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'env_worker');
  const { number } = await reported(page, { category: 'theft', title: 'Sykkel er borte', severity: 'low' });
  await visit(page, '/ansatt/hendelser?view=board');
  await page.getByRole('combobox', { name: 'Kategori' }).selectOption('theft');
  await expect(page).toHaveURL(/category=theft/);
  await page.reload();
  const fresh = page.getByRole('region', { name: /^Ny/ });
  await expect(fresh.locator('.board-card')).not.toHaveCount(0);
  await fresh.getByRole('button', { name: `Flytt ${number} til …` }).press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const waiting = page.getByRole('region', { name: /^Venter/ });
  await expect(waiting.locator('.board-card').filter({ hasText: number })).toBeVisible();
  await expect(waiting.getByRole('link', { name: 'Sykkel er borte' }).first()).toBeFocused();
  await page.getByRole('link', { name: 'Liste' }).click();
  await expect(page).toHaveURL(/category=theft/);
  await expect(page).not.toHaveURL(/view=/);
});

test('what Nav and the landlord may read is theirs only once it is shared', async ({ browser }) => {
  test.slow();
  const worker = await signedIn(browser, 'env_worker');
  const { id, number } = await reported(worker, { category: 'conflict', title: 'Krangel i gangen' });
  const [nav, landlord] = [await signedIn(browser, 'nav_advisor'), await signedIn(browser, 'operations')];
  for (const page of [nav, landlord]) {
    await visit(page, `/ansatt/hendelser/${id}`);
    await expect(page.getByText('Vi finner ikke det du leter etter')).toBeVisible();
  }
  await visit(worker, `/ansatt/hendelser/${id}`);
  await choose(worker, 'Del med utleieren');
  const dialog = worker.getByRole('dialog');
  await dialog.getByLabel('Dette leser utleieren').fill('Døra i gangen er skadet');
  await expect(dialog.getByRole('region', { name: 'Slik ser utleieren saken' })).toContainText(
    'Døra i gangen er skadet',
  );
  await audit(worker);
  await dialog.getByRole('button', { name: 'Del', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await choose(worker, 'Del med Nav');
  await worker.getByRole('dialog').getByRole('button', { name: 'Del', exact: true }).click();
  await expect(worker.getByRole('dialog')).toHaveCount(0);

  await visit(landlord, `/ansatt/hendelser/${id}`);
  await expect(landlord.getByText('Døra i gangen er skadet')).toBeVisible();
  await expect(landlord.getByText('Krangel')).toHaveCount(0);
  await visit(nav, `/ansatt/hendelser/${id}`);
  await expect(nav.getByRole('heading', { level: 1 })).toHaveText(`${number} · Krangel i gangen`);
  for (const name of ['Endre status', 'Vis parter', 'Del med Nav', 'Nytt tiltak'])
    await expect(nav.getByRole('button', { name })).toHaveCount(0);
});

for (const look of staffLooks)
  test(`list, board and report stand the audit at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    for (const path of ['', '?view=board', '?tab=mine&category=smoke&unit=none']) {
      await visit(page, `/ansatt/hendelser${path}`);
      await audit(page);
    }
    await visit(page, '/ansatt/hendelser/ny');
    await audit(page);
    await choose(page, 'Akutt sykdom');
    await expect(page.getByRole('link', { name: /^Ring / }).first()).toBeVisible();
    await page.getByRole('radio', { name: 'Fellesareal eller ute' }).check();
    await page.getByRole('checkbox', { name: 'Det skjedde tidligere' }).check();
    await audit(page);
  });

for (const look of staffLooks)
  test(`a case and its dialogs stand the audit at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    const { id } = await reported(page, {
      category: 'leak',
      title: 'Vann i kjelleren',
      severity: 'acute',
      place: 'Bod',
      description: 'To lange linjer med tekst om det som skjedde, og enda litt til. '.repeat(4),
    });
    await visit(page, `/ansatt/hendelser/${id}`);
    await expect(page.getByRole('link', { name: /^Ring / }).first()).toBeVisible();
    await page.locator('input[type=file]').setInputFiles([await picture(page)]);
    await page.getByRole('button', { name: 'Send bildet' }).click();
    await page.getByLabel('Skriv et notat').fill('Et notat');
    await expect(page.getByRole('button', { name: /^Vis bilde 1/ })).toBeVisible();
    await audit(page);
    for (const [button, title] of [
      ['Endre status', /^Status for/],
      ['Endre alvor', /^Alvor for/],
      ['Endre ansvarlig', /^Hvem skal ha/],
      ['Endre det som er meldt', /^Endre H-/],
      ['Nytt tiltak', /^Nytt tiltak/],
      [/^Vis bilde 1/, /^Bilde 1 av 1/],
    ] as const) {
      await choose(page, button);
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await audit(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
    }
    await choose(page, 'Vis parter');
    await choose(page, 'Legg til part');
    await audit(page);
  });

for (const look of staffLooks)
  test(`the landlord's list and case stand the audit at ${look.name}`, async ({ page, browser }) => {
    test.slow();
    const worker = await signedIn(browser, 'env_worker');
    const { id } = await reported(worker, { category: 'heating', title: 'Kaldt', severity: 'serious' });
    await lookAs(page, look);
    await signInAs(page, 'operations');
    for (const path of ['', '?view=board', `/${id}`]) {
      await visit(page, `/ansatt/hendelser${path}`);
      await audit(page);
    }
  });
