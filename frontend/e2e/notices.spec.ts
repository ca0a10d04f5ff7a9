import { expect, test } from '@playwright/test';
import { lookAs, residentLooks, visit } from './support/app';
import { audit } from './support/audit';
import { signInAsResident } from './support/resident';

const people = ['Yazan', 'Halyna', 'Khalil', 'Artem'];
for (const [i, look] of residentLooks.entries())
  test(`the messages stand the audit at ${look.name}`, async ({ page, baseURL }) => {
    test.slow();
    await lookAs(page, look);
    await signInAsResident(page, baseURL, people[i] ?? '');
    await visit(page, '/');
    await audit(page);
    await visit(page, '/varsler');
    await expect(page.locator('.notice').first()).toBeVisible();
    await audit(page);
    await page.locator('section .ds-button').first().click();
    await expect(page.locator('.my-calendar code')).toBeVisible();
    await audit(page);
  });

test('what was put off is marked as new, in my language, until I have seen it', async ({ page, baseURL }) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Stepan');
  await visit(page, '/');
  const way = page.getByRole('link', { name: /Beskjeder fra bydelen/ });
  await expect(way).toContainText(/\d nye?/);
  await way.click();
  const newest = page.locator('.notice').first();
  await expect(newest).toContainText('Flyttet');
  await expect(newest).toContainText('Båttur i Oslofjorden');
  await expect(newest.getByText('Ny', { exact: true })).toBeVisible();
  await expect(newest.locator('s')).toContainText('kl. 12.00');
  await page.getByRole('combobox').selectOption('uk');
  await expect(newest).toContainText('Перенесено');
  await page.getByRole('combobox').selectOption('nb');
  await newest.getByRole('link', { name: 'Se mer' }).click();
  await expect(page).toHaveURL(/uka/);
  await visit(page, '/');
  await expect(way).not.toContainText(/\d nye?/);
});

test('one tap makes an address that the phone’s own calendar reads, and one more closes it', async ({
  page,
  baseURL,
}) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Navid');
  await visit(page, '/varsler');
  await page.getByRole('button', { name: 'Legg i kalenderen min' }).click();
  const address = (await page.locator('.my-calendar code').textContent()) ?? '';
  await expect(page.getByRole('link', { name: 'Åpne i kalenderen' })).toHaveAttribute(
    'href',
    address.replace(/^http:/, 'webcal:'),
  );
  const path = new URL(address).pathname;
  const read = await page.request.get(path);
  expect(await read.text()).toContain('SUMMARY:Aktivitet');
  await page.getByRole('button', { name: 'Slå av' }).click();
  await expect(page.getByRole('button', { name: 'Slå av' })).toHaveCount(0);
  expect((await page.request.get(path)).status()).toBe(404);
});
