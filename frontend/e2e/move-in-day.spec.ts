import { deflateSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

async function leaseOf(page: Page, nth: number): Promise<string> {
  const answer = await page.request.get('/v1/tenancies?state=current&sort=unit&limit=40');
  const { items } = (await answer.json()) as { items: { id: string; members: unknown[] }[] };
  const id = items.filter((one) => one.members.length > 0)[nth]?.id;
  if (!id) throw new Error('no lease in the house');
  return id;
}

/** The smallest picture that a camera could have taken: one grey point. */
function point(): Buffer {
  const crc = (bytes: Buffer) => {
    let c = ~0;
    for (const b of bytes) {
      c ^= b;
      for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    }
    return ~c >>> 0;
  };
  const part = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.from([0, 128]))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

test('a household is taken through its first day in a corridor, is interrupted and gone on with', async ({
  page,
  browser,
}) => {
  test.slow();
  await lookAs(page, { width: 390 });
  await page.setViewportSize({ width: 390, height: 4000 });
  await signInAs(page, 'env_worker');
  const lease = await leaseOf(page, 3);
  await visit(page, `/ansatt/leieforhold/${lease}`);
  await page.getByRole('link', { name: 'Gå gjennom innflyttingen' }).click();
  await expect(page.getByText('0 av 9 er gjort')).toBeVisible();
  await page.getByRole('button', { name: 'Kom hit: Nå' }).click();
  await page.getByRole('button', { name: 'Inne i leiligheten: Nå' }).click();
  await expect(page.getByText('Samme dag').last()).toBeVisible();

  await page.getByLabel('Forklart på').selectOption('ar');
  await expect(page.locator('.day-clauses')).toHaveAttribute('dir', 'rtl');
  await page.getByLabel('Med tolk').check();
  await audit(page);
  const clauses = page.locator('.day-clauses').getByRole('checkbox');
  const all = await clauses.count();
  expect(all).toBeGreaterThan(7);
  for (let n = 0; n < all - 1; n++) await clauses.nth(n).check();
  await expect(page.getByText(`${all - 1} av ${all} punkter er forklart`)).toBeVisible();
  await page.reload();
  await expect(clauses.nth(0)).toBeChecked();
  await clauses.nth(all - 1).check();
  await expect(page.getByText('1 av 9 er gjort')).toBeVisible();

  await page.getByRole('button', { name: /^Leiligheten er gått gjennom/ }).click();
  for (const place of ['Gang', 'Stue', 'Kjøkken', 'Soverom', 'Dør, vindu og bod'])
    await page.getByRole('group', { name: place, exact: true }).getByLabel('I orden').check();
  const bath = page.getByRole('group', { name: 'Bad', exact: true });
  await bath.getByLabel('Skade').check();
  await bath.getByRole('button', { name: 'Lagre' }).click();
  await expect(bath.getByText('Skriv hva merknaden eller skaden er')).toBeVisible();
  await bath.getByLabel('Hva er det?').fill('Flis løs ved dusjen');
  await bath.getByRole('button', { name: 'Lagre' }).click();
  await bath
    .locator('input[type=file]')
    .setInputFiles({ name: 'bad.png', mimeType: 'image/png', buffer: point() });
  await bath.getByRole('button', { name: 'Send bildet' }).click();
  await expect(bath.getByRole('img', { name: 'Bilde 1: Bad' })).toBeVisible();
  await audit(page);
  await page.getByRole('button', { name: 'Fullfør gjennomgangen' }).click();
  await expect(page.getByText(/^Gjennomgått av/)).toBeVisible();
  await page.getByRole('button', { name: 'Ferdig', exact: true }).click();
  await expect(page.getByText('2 av 9 er gjort')).toBeVisible();

  const office = await (await browser.newContext()).newPage();
  await lookAs(office, {});
  await signInAs(office, 'housing_office');
  await visit(office, `/ansatt/innflytting/${lease}`);
  await expect(office.getByText('2 av 9 er gjort')).toBeVisible();
  await office.getByRole('button', { name: /^Neste avtale er gitt/ }).click();
  await office.getByRole('button', { name: 'Lagre avtalen' }).click();
  await expect(office.getByText('Skriv klokka som 10:30').first()).toBeVisible();
  await office.getByRole('textbox', { name: 'Dato' }).fill('14.12.2026');
  await office.getByRole('textbox', { name: 'Klokka' }).fill('1030');
  await office.getByRole('textbox', { name: 'Hvor' }).fill('Kontoret i første etasje');
  await office.getByRole('button', { name: 'Lagre avtalen' }).click();
  await expect(office.getByText('Avtalen er lagret')).toBeVisible();
  for (let done = 2; done < 9; done++) {
    await office.getByRole('button', { name: 'Ferdig', exact: true }).click();
    await expect(office.getByText(`${done + 1} av 9 er gjort`)).toBeVisible();
  }
  await expect(office.getByText('Alt er gjort')).toBeVisible();

  const landlord = await (await browser.newContext()).newPage();
  await lookAs(landlord, {});
  await signInAs(landlord, 'operations');
  await visit(landlord, `/ansatt/leieforhold/${lease}`);
  await expect(landlord.getByText('Flis løs ved dusjen')).toBeVisible();
  await audit(landlord);
});

test('what is ticked, found and photographed without network is there once, though the page was closed', async ({
  browser,
}) => {
  test.slow();
  const worker = await (await browser.newContext()).newPage();
  await lookAs(worker, { width: 390 });
  await signInAs(worker, 'env_worker');
  const lease = await leaseOf(worker, 4);
  const colleague = await (await browser.newContext()).newPage();
  await lookAs(colleague, {});
  await signInAs(colleague, 'housing_office');
  const path = `/ansatt/innflytting/${lease}`;
  for (const page of [worker, colleague]) {
    await visit(page, path);
    await expect(page.getByText('0 av 9 er gjort')).toBeVisible();
  }
  await worker.waitForLoadState('networkidle');

  await worker.context().setOffline(true);
  await worker.getByRole('button', { name: 'Kom hit: Nå' }).click();
  await worker.getByRole('button', { name: 'Ferdig', exact: true }).click();
  await expect(worker.getByText('1 av 9 er gjort')).toBeVisible();
  await worker.getByRole('button', { name: /^Leiligheten er gått gjennom/ }).click();
  const hall = worker.getByRole('group', { name: 'Gang', exact: true });
  await hall.getByLabel('Merknad').check();
  await hall.getByLabel('Hva er det?').fill('Ripe i gulvet');
  await hall.getByRole('button', { name: 'Lagre' }).click();
  await hall
    .locator('input[type=file]')
    .setInputFiles({ name: 'gang.png', mimeType: 'image/png', buffer: point() });
  await hall.getByRole('button', { name: 'Send bildet' }).click();
  await expect(hall.getByText('1 bilde venter på nett')).toBeVisible();
  await expect(worker.getByText('4 ting venter på nett')).toBeVisible();
  await audit(worker);

  await colleague.getByRole('button', { name: 'Ferdig', exact: true }).click();
  const by = colleague.locator('.day-by');
  await expect(by).toHaveText(/\d/);
  const first = await by.innerText();

  await worker.close();
  const next = await worker.context().newPage();
  await next.context().setOffline(false);
  await visit(next, path);
  await expect(next.locator('.day-by')).toHaveText(first, { timeout: 20_000 });
  await next.getByRole('button', { name: /^Leiligheten er gått gjennom/ }).click();
  await expect(next.getByRole('img', { name: 'Bilde 1: Gang' })).toBeVisible();
  await colleague.reload();
  await expect(colleague.getByRole('button', { name: 'Kom hit: Fjern' })).toBeVisible();
  await colleague.getByRole('button', { name: /^Leiligheten er gått gjennom/ }).click();
  await expect(colleague.getByLabel('Hva er det?')).toHaveValue('Ripe i gulvet');
  await expect(colleague.getByRole('img', { name: /: Gang$/ })).toHaveCount(1);
  await expect(colleague.getByText('1 av 9 er gjort')).toBeVisible();
});

for (const look of staffLooks)
  test(`every step of the first day stands at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    // long enough that the bar at the bottom of a phone lies over no button
    if (look.width === 390) await page.setViewportSize({ width: 390, height: 2400 });
    await signInAs(page, 'settler');
    await visit(page, `/ansatt/innflytting/${await leaseOf(page, 0)}`);
    for (const step of [
      'Nøkler',
      'Leiligheten',
      'Strøm',
      'Brann',
      'Koden',
      'Hjelperne',
      'Flyttemelding',
      'Neste',
    ]) {
      await page.getByRole('button', { name: new RegExp(`^${step}`) }).click();
      await audit(page);
    }
  });
