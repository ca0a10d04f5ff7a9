import { expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

interface Cell {
  id: string;
  label: string;
  state: string;
  use: string;
  blocked_reason: string | null;
}
async function cells(page: Page): Promise<Cell[]> {
  const session = (await (await page.request.get('/v1/session')).json()) as { sites: { id: string }[] };
  const house = (await (await page.request.get(`/v1/sites/${session.sites[0]?.id}/house`)).json()) as {
    floors: { cells: Cell[] }[];
  };
  return house.floors.flatMap((f) => f.cells);
}
async function unitOf(page: Page, fits: (cell: Cell) => boolean): Promise<Cell> {
  const found = (await cells(page)).find(fits);
  if (!found) throw new Error('the demo house has no such unit');
  return found;
}
const letNow = (c: Cell) => c.use === 'dwelling' && c.state === 'occupied' && c.blocked_reason === null;

for (const look of staffLooks) {
  test(`the drawing stands the audit at ${look.name}, all of it and filtered`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    await visit(page, '/ansatt/bygget');
    await expect(page.getByRole('grid').first()).toBeVisible();
    await audit(page);
    await visit(page, '/ansatt/bygget?state=occupied&use=dwelling');
    await audit(page);
  });
  test(`the list and a unit stand the audit at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    await visit(page, '/ansatt/bygget?view=list');
    await audit(page);
    const { id } = await unitOf(page, letNow);
    await visit(page, `/ansatt/bygget/${id}`);
    await expect(page.getByRole('list', { name: 'Hva som har skjedd her' })).toBeVisible();
    await audit(page);
  });
}

for (const width of [1440, 390] as const)
  test(`every dialog of a unit stands the audit at ${width}`, async ({ page }) => {
    await lookAs(page, { width });
    await signInAs(page, 'property_manager');
    const { id } = await unitOf(page, letNow);
    await visit(page, `/ansatt/bygget/${id}`);
    for (const action of ['Rediger opplysninger', 'Endre bruken', 'Sperr enheten']) {
      await page.getByRole('button', { name: 'Endre enheten' }).click();
      await page.getByRole('button', { name: action }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await audit(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

test('in the drawing one Tab stop and arrows lead to a unit, and Enter opens it', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/bygget');
  const main = page.getByRole('grid').first();
  const first = main.getByRole('link').first();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName(/^\S.*202/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAccessibleName(/^\S.*202/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/202$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('the legend filters through the address, and the list keeps the filter', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/bygget');
  await page.getByRole('button', { name: /^Møbleres/ }).click();
  await expect(page).toHaveURL(/state=being_furnished/);
  await expect(page.getByRole('status').filter({ hasText: /passer$/ })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Møbleres/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('navigation', { name: 'Visning' }).getByRole('link', { name: 'Liste' }).click();
  await expect(page.getByRole('combobox', { name: 'Tilstand' })).toHaveValue('being_furnished');
  await expect(page.getByRole('table').getByText('Møbleres').first()).toBeVisible();
  await expect(page.getByRole('table').getByText('Bebodd')).toHaveCount(0);
});

test('cells on a phone are large enough for a thumb', async ({ page }) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/bygget');
  for (const link of await page.getByRole('grid').getByRole('link').all()) {
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole('link', { name: 'Liste' }).click();
  await expect(page.getByRole('link', { name: 'Liste' })).toHaveAttribute('aria-current', 'page');
});

test('a room is blocked for a reason, seen in every open drawing at once, and put back', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const watcher = await (await browser.newContext()).newPage();
  await signInAs(watcher, 'env_worker');
  await visit(watcher, '/ansatt/bygget');
  const watched = watcher.getByRole('link', { name: /^Veranda/ });
  await expect(watched).toBeVisible();
  await signInAs(page, 'operations');
  const room = await unitOf(page, (c) => c.label === 'Veranda');
  const dialog = page.getByRole('dialog');
  await visit(page, `/ansatt/bygget/${room.id}`);
  const menu = page.getByRole('button', { name: 'Endre enheten' });
  if (room.blocked_reason) {
    await menu.click();
    await page.getByRole('button', { name: 'Opphev sperringen' }).click();
    await dialog.getByRole('button', { name: 'Opphev sperringen' }).click();
    await expect(page.getByText('er opphevet')).toBeVisible();
  }
  await menu.click();
  await page.getByRole('button', { name: 'Sperr enheten' }).click();
  await dialog.getByRole('button', { name: 'Sperr enheten' }).click();
  await expect(dialog.getByRole('group', { name: 'Rett opp dette før du sender:' })).toBeFocused();
  await dialog.getByLabel('Hvorfor').fill('Løse gulvbord <b>');
  await dialog.getByLabel(/^Til og med/).fill('31.12.2099');
  await dialog.getByRole('button', { name: 'Sperr enheten' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.blocked')).toContainText('Løse gulvbord <b>');
  await expect(menu).toBeFocused();
  await expect(watched).toHaveAccessibleName(/Sperret til 31\.12\.2099/);

  await page.getByRole('main').getByRole('link', { name: 'Bygget' }).click();
  const cell = page.getByRole('link', { name: /^Veranda/ });
  await expect(cell).toHaveAccessibleName(/Sperret til 31\.12\.2099: Løse gulvbord/);
  await page.getByRole('button', { name: /^Sperret/ }).click();
  await expect(cell).not.toHaveAttribute('data-aside');

  await cell.click();
  await menu.click();
  await page.getByRole('button', { name: 'Opphev sperringen' }).click();
  await dialog.getByRole('button', { name: 'Opphev sperringen' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.blocked')).toHaveCount(0);
});

test('the use of a flat where somebody lives is refused at its field, and the text stays', async ({
  page,
}) => {
  await signInAs(page, 'housing_office');
  const { id } = await unitOf(page, letNow);
  await visit(page, `/ansatt/bygget/${id}`);
  await page.getByRole('button', { name: 'Endre enheten' }).click();
  await page.getByRole('button', { name: 'Endre bruken' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kontor').check();
  await dialog.getByLabel('Hvorfor').fill('Vi trenger et kontor');
  await dialog.getByRole('button', { name: 'Endre bruken' }).click();
  await expect(dialog.getByRole('group', { name: 'Ny bruk' })).toHaveAccessibleDescription(/Noen bor her/);
  await expect(dialog.getByLabel('Hvorfor')).toHaveValue('Vi trenger et kontor');
  await audit(page);
});

test('an edit without network keeps what was typed and is saved by a second press', async ({
  page,
  context,
}) => {
  await signInAs(page, 'property_manager');
  const { id } = await unitOf(page, (c) => c.use === 'storage' || c.use === 'office');
  await visit(page, `/ansatt/bygget/${id}`);
  await page.getByRole('button', { name: 'Endre enheten' }).click();
  await page.getByRole('button', { name: 'Rediger opplysninger' }).click();
  const dialog = page.getByRole('dialog');
  const note = `Filter byttet ${Date.now()}`;
  await dialog.getByLabel(/^Teknisk merknad/).fill(note);
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Vi får ikke kontakt med tjenesten')).toBeVisible();
  await expect(dialog.getByLabel(/^Teknisk merknad/)).toHaveValue(note);
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(note)).toBeVisible();
});

test('the life of a unit is narrowed through the address', async ({ page }) => {
  await signInAs(page, 'env_worker');
  const { id } = await unitOf(page, letNow);
  await visit(page, `/ansatt/bygget/${id}`);
  await page.getByRole('button', { name: /^Bruk \d/ }).click();
  await expect(page).toHaveURL(/show=use/);
  const life = page.getByRole('list', { name: 'Hva som har skjedd her' });
  await expect(life.getByText(/^(Brukes|Ble brukt) som/).first()).toBeVisible();
  await expect(life.getByRole('link')).toHaveCount(0);
  await page.getByRole('link', { name: 'Meld hendelse her' }).click();
  await expect(page).toHaveURL(new RegExp(`/hendelser/ny\\?.*unit=${id}`));
});

test('the crew sees the place and never who lives there, why it is blocked, or a way to change it', async ({
  page,
}) => {
  await signInAs(page, 'crew');
  await visit(page, '/ansatt/bygget');
  await expect(page.getByText('Venter på meg')).toHaveCount(0);
  const { id } = await unitOf(page, (c) => c.state === 'occupied');
  await visit(page, `/ansatt/bygget/${id}`);
  await expect(page.getByRole('heading', { name: 'Om enheten' })).toBeVisible();
  for (const hidden of ['Bor her', 'Åpne hendelser'])
    await expect(page.getByRole('heading', { name: hidden })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Endre enheten' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Meld hendelse her' })).toHaveCount(0);
  await audit(page);
});

test('a unit that is not there says so', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/bygget/00000000-0000-4000-8000-000000000000');
  await expect(page.getByText('Vi finner ikke det du leter etter')).toBeVisible();
});

test('the house fits on one sheet of A4', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/bygget');
  await expect(page.getByRole('grid').first()).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});
