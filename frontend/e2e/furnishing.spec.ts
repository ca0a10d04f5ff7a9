import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
async function unitId(page: Page, label: string): Promise<string> {
  const answer = await page.request.get('/v1/units?limit=100');
  const { items } = (await answer.json()) as { items: { id: string; label: string }[] };
  const found = items.find((u) => u.label === label);
  if (!found) throw new Error(`no unit ${label}`);
  return found.id;
}
/** A unit is made ready again through the API, so that each story has a list of its own. */
async function madeReadyAgain(page: Page, label: string): Promise<string> {
  const id = await unitId(page, label);
  const session = (await (await page.request.get('/v1/session')).json()) as { csrf_token: string };
  const kinds = (await (await page.request.get('/v1/furnishing/packages')).json()) as {
    items: { id: string; name: string }[];
  };
  const answer = await page.request.post('/v1/checklists', {
    headers: { 'X-CSRF-Token': session.csrf_token },
    data: { package_id: kinds.items.find((p) => p.name === 'Grunnpakke')?.id, unit_ids: [id] },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return id;
}
const box = (page: Page, item: string) => page.getByRole('button', { name: new RegExp(`^${item}`) }).first();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('lists are made for several units, and a deviation must say why', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  await visit(office, '/ansatt/klargjoring');
  await press(office, 'Lag sjekklister');
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lag sjekklister' }).click();
  await expect(dialog.getByText('Velg minst én enhet').first()).toBeVisible();
  await dialog.getByRole('checkbox', { name: /^103/ }).check();
  await dialog.getByRole('checkbox', { name: /^104/ }).check();
  await dialog.getByRole('button', { name: 'Lag sjekklister' }).click();
  await expect(office.getByText('2 sjekklister er laget')).toBeVisible();
  await office.getByRole('combobox', { name: 'Sjekkliste' }).selectOption('open');
  await expect(office).toHaveURL(/stage=open/);
  await office.getByRole('link', { name: '103', exact: true }).click();
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('Sjekkliste 103');
  await expect(office.getByText('24 linjer er ikke sjekket ennå.')).toBeVisible();

  await press(office, 'Skobrett: Endre antall');
  await dialog.getByLabel('Antall i denne enheten').fill('0');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(
    dialog.getByText('Skriv hvorfor denne enheten får noe annet enn de andre').first(),
  ).toBeVisible();
  await dialog.getByLabel('Hvorfor').fill('Plassbygd hylle');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(office.getByRole('row', { name: /^Skobrett/ })).toContainText('Plassbygd hylle');
  await expect(office.getByText('23 linjer er ikke sjekket ennå.')).toBeVisible();
});

test('ticks made without network wait on the phone and arrive once, each in its own name', async ({
  browser,
}) => {
  test.slow();
  const office = await signedIn(browser, 'housing_office');
  const unit = await madeReadyAgain(office, '106');
  const [crew, worker] = [await signedIn(browser, 'crew', 390), await signedIn(browser, 'env_worker', 390)];
  for (const page of [crew, worker]) await visit(page, `/ansatt/klargjoring/${unit}/kryss?steg=checked`);

  await crew.context().setOffline(true);
  await box(crew, 'Skjærefjøl').click();
  await box(crew, 'Kopp-sett').click();
  await expect(crew.getByText('2 kryss venter på nett')).toBeVisible();
  await expect(box(crew, 'Kopp-sett')).toHaveAttribute('aria-pressed', 'true');
  await audit(crew);

  // the other phone ticks one of the same lines meanwhile
  await box(worker, 'Skjærefjøl').click();
  await expect(worker.getByText('Alt er lagret')).toBeVisible();
  await expect(box(worker, 'Skjærefjøl')).toContainText('Du');

  await crew.context().setOffline(false);
  await expect(crew.getByText('Alt er lagret')).toBeVisible();
  await expect(box(crew, 'Skjærefjøl')).toContainText('Ingrid Solvang');
  await expect(box(crew, 'Kopp-sett')).toContainText('Du');
  await worker.reload();
  await expect(box(worker, 'Kopp-sett')).toContainText('Ali Rahimi');
  await expect(box(worker, 'Skjærefjøl')).toContainText('Du');
});

test('ticks that waited when the page was closed are sent from the next page', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const unit = await madeReadyAgain(office, '107');
  const crew = await signedIn(browser, 'crew', 390);
  await visit(crew, `/ansatt/klargjoring/${unit}/kryss?steg=checked`);
  await crew.context().setOffline(true);
  await box(crew, 'Glass').click();
  await expect(crew.getByText('1 kryss venter på nett')).toBeVisible();
  await crew.close();
  const next = await crew.context().newPage();
  await crew.context().setOffline(false);
  await visit(next, '/ansatt/klargjoring');
  await expect
    .poll(async () => {
      const answer = await office.request.get(`/v1/units/${unit}/checklist`);
      const list = (await answer.json()) as { lines: { item: string; checked: unknown }[] };
      return list.lines.find((l) => l.item === 'Glass')?.checked !== null;
    })
    .toBe(true);
});

test('the last check makes the flat ready, and the key closes the list', async ({ browser }) => {
  test.slow();
  const worker = await signedIn(browser, 'env_worker', 390);
  const unit = await madeReadyAgain(worker, '303');
  await visit(worker, `/ansatt/klargjoring/${unit}/kryss?steg=checked`);
  for (const room of ['Kjøkkenutstyr', 'Sove-artikler', 'Bad', 'Diverse', 'Møbler']) {
    const lines = worker.getByRole('list', { name: room });
    for (const line of await lines.locator('.big-tick').all()) await line.click();
    if (room !== 'Møbler') await worker.getByRole('button', { name: /^Neste: / }).click();
  }
  await expect(worker.getByText('Alt i denne enheten er krysset av for «Sjekk».')).toBeVisible();
  await audit(worker);
  await worker.getByRole('link', { name: 'Til sjekklista' }).click();
  await expect(worker.getByText('Klar', { exact: true })).toBeVisible();
  await press(worker, 'Nøkkelen er klar');
  await expect(worker.getByText(/^Nøkkelen klar .* av Ingrid Solvang/)).toBeVisible();
  await expect(worker.getByRole('button', { name: 'Nøkkelen er klar' })).toHaveCount(0);
});

test('what is missing is said at the line, and a tick by mistake is taken back', async ({ browser }) => {
  const office = await signedIn(browser, 'housing_office');
  const unit = await madeReadyAgain(office, '108');
  await visit(office, `/ansatt/klargjoring/${unit}`);
  await press(office, 'Stoler: Meld mangel');
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel('Hvor mange mangler eller er ødelagt?').fill('5');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Skriv et tall fra 0 til 2').first()).toBeVisible();
  await dialog.getByLabel('Hvor mange mangler eller er ødelagt?').fill('1');
  await dialog.getByLabel(/^Merknad/).fill('Løst ben');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(office.getByRole('row', { name: /^Stoler/ })).toContainText('Mangler 1');
  const bed = office.getByRole('button', { name: 'Seng: Sjekk' });
  await bed.click();
  await expect(bed).toHaveAttribute('aria-pressed', 'true');
  // who and when stand there once the server has it
  await expect(bed).toHaveAttribute('title', /\d/);
  await bed.click();
  await dialog.getByRole('button', { name: 'Ta bort' }).click();
  await expect(bed).toHaveAttribute('aria-pressed', 'false');
});

test('the paper has the columns and the head that the district knows', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'env_worker');
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await visit(page, `/ansatt/klargjoring/${await unitId(page, '204')}`);
  await press(page, 'Skriv ut');
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('article', { name: 'Sjekkliste – Bredtvetveien 2' });
  await expect(paper.getByText('Leilighetsnummer: 204')).toBeVisible();
  await expect(paper.getByText('Utført av: Linda Strand')).toBeVisible();
  await expect(paper.getByRole('row').first()).toHaveText('KjøkkenutstyrAntallSjekkPlassert ut');
  await expect(paper.getByText('Antall')).toHaveCount(1);
  await expect(paper.getByRole('row', { name: /^Seng/ })).toContainText('Montert');
  await expect(paper.getByRole('row')).toHaveCount(24 + 5);
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('the crew meets units and things, and no person', async ({ browser }) => {
  const crew = await signedIn(browser, 'crew', 390);
  await visit(crew, '/ansatt/');
  const menu = crew.getByRole('navigation', { name: 'Hovedmeny' });
  await expect(menu.getByRole('link')).toHaveText(['Min dag', 'Bygget', 'Klargjøring']);
  await menu.getByRole('link', { name: 'Klargjøring' }).click();
  await crew.getByRole('link', { name: '207', exact: true }).click();
  await expect(crew.getByRole('link', { name: 'Kryss av på mobil' })).toBeVisible();
  await expect(crew.getByRole('button', { name: /Endre antall$/ })).toHaveCount(0);
});

test('what is missing is ordered jointly, and a part delivery reaches the flats in turn', async ({
  browser,
}) => {
  test.slow();
  const office = await signedIn(browser, 'housing_office');
  await visit(office, '/ansatt/klargjoring/bestilling');
  const missing = office.getByRole('region', { name: 'Meldt mangel' }).or(office.locator('.ordering'));
  await expect(missing.getByText('Belegget er slitt av').first()).toBeVisible();
  const duvets = office.getByRole('row', { name: /^Dyne/ });
  await expect(duvets).toBeVisible();
  await office.getByLabel('Pute: på lager').fill('200');
  await office.getByLabel('Pute: på lager').press('Enter');
  await expect(office.getByRole('row', { name: /^Pute/ }).getByRole('cell').last()).toHaveText('0');
  await press(office, 'Bestill samlet');
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Bestill samlet' }).click();
  await expect(office.getByText('Bestillingen er laget')).toBeVisible();
  await expect(office.getByText('Alt som sjekklistene trenger, er bestilt.')).toBeVisible();
  const sheet = office.waitForEvent('download');
  await office.getByRole('link', { name: 'Last ned regneark: Sengetøylageret' }).click();
  expect((await sheet).suggestedFilename()).toBe('bestilling.xlsx');
  await press(office, 'Registrer levering: Storkjøkken Øst');
  await audit(office);
  await dialog.getByLabel(/^Stekepanne/).fill('1000');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText(/^Skriv/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Alt er levert' }).click();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(office.getByText('Leveringen er registrert')).toBeVisible();
  await audit(office);
});

test('all but one flat have the same 27 pieces, and the one says why', async ({ page }) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'property_manager');
  await visit(page, '/ansatt/klargjoring/likt');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    /^\d+ av 36 leiligheter har de samme 27 delene$/,
  );
  await expect(page.getByText('Plassbygd hylle i gangen')).toBeVisible();
});

test('a new edition of a package counts for the lists that are made next', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'housing_office');
  await visit(page, '/ansatt/klargjoring/pakker');
  await press(page, 'Lag ny utgave av Felleshus: veranda');
  await press(page, 'Legg til linje');
  const line = page.getByRole('group', { name: 'Linje 4' });
  await line.getByLabel('Inventar').fill('Hagestoler');
  await press(page, 'Lagre ny utgave');
  await expect(page.getByText('Det samme inventaret står to ganger').first()).toBeVisible();
  await line.getByLabel('Inventar').fill('Parasoll');
  await press(page, 'Lagre ny utgave');
  await expect(page.getByText('Utgaven er lagret')).toBeVisible();
  await expect(page.getByText(/^Utgave 2 · 12 deler/)).toBeVisible();
});

for (const look of staffLooks) {
  test(`the house, a list, ticking and making lists stand at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    const unit = await unitId(page, '207');
    await visit(page, '/ansatt/klargjoring');
    await audit(page);
    await press(page, 'Lag sjekklister');
    await page.getByRole('checkbox').first().waitFor();
    await audit(page);
    await visit(page, `/ansatt/klargjoring/${unit}`);
    await audit(page);
    await press(page, 'Stekepanne: Endre antall');
    await audit(page);
    await visit(page, `/ansatt/klargjoring/${unit}/kryss`);
    await audit(page);
    await visit(page, `/ansatt/klargjoring/${await unitId(page, '101')}`);
    await audit(page);
    for (const place of ['bestilling', 'likt', 'pakker']) {
      await visit(page, `/ansatt/klargjoring/${place}`);
      await audit(page);
    }
    await press(page, 'Lag ny utgave av Grunnpakke');
    await audit(page);
  });
}
