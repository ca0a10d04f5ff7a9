import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * No axe violation, no contrast that axe could not judge (but for the named reasons), no sideways scroll, one h1, no text that
 * covers other text.
 */
export async function audit(page: Page): Promise<void> {
  // fading panels would be judged half-way
  await page.evaluate(async () => {
    // what was opened last begins to fade with the next picture
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined)));
  });
  const axe = new AxeBuilder({ page });
  // in the dark a page has the same content in other colours
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const result = await (dark ? axe.withRules('color-contrast') : axe.withTags(tags)).analyze();
  expect(result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  expect(unjudged(result.incomplete), 'contrast that nobody has judged').toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    'sideways scroll',
  ).toBeLessThanOrEqual(0);
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await coveredText(page), 'text under other text').toEqual([]);
}

type Incomplete = Awaited<ReturnType<AxeBuilder['analyze']>>['incomplete'];
function unjudged(incomplete: Incomplete): string[] {
  return incomplete
    .filter((v) => v.id === 'color-contrast')
    .flatMap((v) => v.nodes)
    .filter((n) => {
      const data = n.any[0]?.data as { messageKey?: string } | undefined;
      // a select draws its arrow as a background; an open panel or the bar lies over what is below it
      return (
        !n.html.startsWith('<select') &&
        !['bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring'].includes(data?.messageKey ?? '')
      );
    })
    .map((n) => n.html);
}

/** axe cannot see layout: in one row of a table or list, two texts may not stand on each other, in either direction. */
function coveredText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = (row: Element) =>
      // a dialog belongs to the row it was opened from and lies over everything
      [...row.children]
        .filter((child) => child.tagName !== 'DIALOG')
        .map((child) => {
          const range = document.createRange();
          range.selectNodeContents(child);
          return { text: child.textContent?.trim() ?? '', box: range.getBoundingClientRect() };
        });
    const found: string[] = [];
    for (const row of document.querySelectorAll('main tr, main li, main dl > div, header, nav ul')) {
      const all = boxes(row).filter((b) => b.text && b.box.width > 0);
      all.forEach((a, i) => {
        for (const b of all.slice(i + 1))
          if (
            a.box.right > b.box.left + 1 &&
            a.box.left < b.box.right - 1 &&
            a.box.bottom > b.box.top + 3 &&
            a.box.top < b.box.bottom - 3
          )
            found.push(`${a.text} × ${b.text}`);
      });
    }
    return found;
  });
}
