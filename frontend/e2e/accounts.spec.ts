import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

test('an account is opened, its owner chooses the password by the link, and a role that ends puts them out', async ({
  page,
  browser,
}) => {
  const userName = `ny.${Date.now()}`;
  await signInAs(page, 'admin');
  await visit(page, '/ansatt/kontoer');
  await page.getByRole('link', { name: 'Ny konto' }).click();
  await page.getByLabel('Navn', { exact: true }).fill('Åse Nyberg');
  await page.getByLabel('Brukernavn').fill('å s e');
  await page.getByRole('button', { name: 'Lag konto' }).click();
  await expect(page.getByLabel('Brukernavn')).toHaveAccessibleDescription(/Bruk minst tre tegn/);
  await expect(page.getByLabel('Organisasjon')).toHaveAccessibleDescription('Velg ett av alternativene');
  await page.getByLabel('Brukernavn').fill('ingrid');
  await page.getByLabel('Organisasjon').selectOption('Bydel Bjerke');
  await page.getByLabel('Rolle').selectOption('Miljøarbeider');
  await page.getByRole('button', { name: 'Lag konto' }).click();
  await expect(page.getByLabel('Brukernavn')).toHaveAccessibleDescription(/i bruk av noen andre/);
  await page.getByLabel('Brukernavn').fill(userName);
  await page.getByRole('button', { name: 'Lag konto' }).click();
  const shown = page.getByRole('dialog', { name: 'Gi denne til Åse Nyberg' });
  const message = await shown.locator('code').innerText();
  expect(message).toContain(userName);
  await audit(page);
  await shown.getByRole('button', { name: 'Jeg har gitt den videre' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Åse Nyberg' })).toBeVisible();
  await expect(page.getByText('Invitert', { exact: true })).toBeVisible();

  const theirs = await (await browser.newContext({ baseURL: test.info().project.use.baseURL })).newPage();
  await visit(theirs, /https?:\/\/\S+/.exec(message)?.[0] ?? '');
  expect(new URL(theirs.url()).hash).toBe('');
  await theirs.getByLabel('Velg et passord').fill('kort');
  await theirs.getByLabel('Skriv det en gang til').fill('noe annet');
  await theirs.getByRole('button', { name: 'Lagre og logg inn' }).click();
  await expect(theirs.getByLabel('Velg et passord')).toHaveAccessibleDescription(/minst 12 tegn/);
  await expect(theirs.getByLabel('Skriv det en gang til')).toHaveAccessibleDescription(/ikke like/);
  await theirs.getByLabel('Velg et passord').fill('fire ord som huskes');
  await theirs.getByLabel('Skriv det en gang til').fill('fire ord som huskes');
  await theirs.getByRole('button', { name: 'Lagre og logg inn' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'I dag' })).toBeVisible();

  await theirs.locator('.top-me button').click();
  await theirs.getByRole('link', { name: 'Bytt passord' }).click();
  await theirs.getByLabel('Passordet du har nå').fill('ikke dette');
  await theirs.getByLabel('Velg et passord').fill('fem helt andre ord');
  await theirs.getByLabel('Skriv det en gang til').fill('fem helt andre ord');
  await theirs.getByRole('button', { name: 'Bytt passord', exact: true }).click();
  await expect(theirs.getByLabel('Passordet du har nå')).toHaveAccessibleDescription(/ikke passordet/);
  await audit(theirs);
  await theirs.getByLabel('Passordet du har nå').fill('fire ord som huskes');
  await theirs.getByRole('button', { name: 'Bytt passord', exact: true }).click();
  await expect(theirs.getByText('Passordet er byttet')).toBeVisible();

  await page.reload();
  await expect(page.getByText('I bruk', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Avslutt: Miljøarbeider' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avslutt rollen' }).click();
  await expect(page.getByText('Avsluttet').first()).toBeVisible();
  await audit(page);
  await theirs.reload();
  await expect(theirs).toHaveURL(/logg-inn/);
});

for (const look of staffLooks)
  test(`accounts and the welcome stand the audit at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await visit(page, '/ansatt/velkommen#en-kode-som-ikke-finnes-noe-sted');
    await page.getByLabel('Velg et passord').fill('fire ord som huskes');
    await page.getByLabel('Skriv det en gang til').fill('fire ord som huskes');
    await page.getByRole('button', { name: 'Lagre og logg inn' }).click();
    await expect(page.getByLabel('Velg et passord')).toHaveAccessibleDescription(/Lenken er brukt/);
    await audit(page);
    await signInAs(page, 'admin');
    await visit(page, '/ansatt/kontoer');
    await audit(page);
    await page.getByRole('link', { name: 'Ingrid Solvang' }).filter({ visible: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ingrid Solvang' })).toBeVisible();
    await audit(page);
    await visit(page, '/ansatt/kontoer/ny');
    await audit(page);
  });
