import { expect, test } from '@playwright/test';
import { Doorway } from './support/doorway';

test.use({ serviceWorkers: 'allow' });

test('with the server gone the portal still starts, in the chosen language, with its emergency numbers', async ({
  page,
  baseURL,
}) => {
  const door = new Doorway(new URL(baseURL ?? ''));
  await door.open();
  try {
    await page.addInitScript(() => localStorage.setItem('bomiljo.locale', 'ar'));
    // one single visit, which the worker did not control from its start
    await page.goto(`${door.address}/`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await expect
      .poll(() =>
        page.evaluate(async () =>
          (await (await caches.open('assets')).keys()).some((r) => /\/ar-/.test(r.url)),
        ),
      )
      .toBe(true);

    await door.shut();
    await page.goto(`${door.address}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: 'طوارئ' }).click();
    await expect(page.getByRole('link', { name: /113/ })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('link', { name: /113/ })).toBeVisible();
  } finally {
    await door.shut().catch(() => undefined);
  }
});

test('the worker leaves the API, its documents and the staff app alone', async ({ page, baseURL }) => {
  const door = new Doorway(new URL(baseURL ?? ''));
  await door.open();
  try {
    await page.goto(`${door.address}/`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await door.shut();
    for (const path of ['/ansatt/', '/docs', '/v1/session'])
      await expect(page.goto(`${door.address}${path}`), path).rejects.toThrow();
  } finally {
    await door.shut().catch(() => undefined);
  }
});
