import { readFile } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { glob } from 'tinyglobby';
import type { Plugin } from 'vite';

type App = 'staff' | 'portal';
const root = fileURLToPath(new URL('../src', import.meta.url));
const prefix = 'virtual:texts/';

/** Whose texts a folder holds follows from where it lies; shared texts go to both apps. */
export function ownerOf(path: string): App | 'both' {
  if (path.startsWith('shared/')) return 'both';
  return path.startsWith('apps/resident/') || /^features\/[^/]+\/portal\//.test(path) ? 'portal' : 'staff';
}

/** A staff feature's texts travel with its screens, in both languages: a desk opens few of the many. */
const travelsAlone = (path: string) => path.startsWith('features/') && ownerOf(path) === 'staff';

async function filesOf(what: string, locale: string): Promise<string[]> {
  if (what.startsWith('features/')) return [`${root}/${what}/${locale}.json`];
  const files = (await glob(`**/texts/${locale}.json`, { cwd: root, absolute: true })).sort();
  return files.filter((file) => {
    const path = relative(root, file);
    const owner = ownerOf(path);
    return (owner === 'both' || owner === what) && !travelsAlone(path);
  });
}

async function compiled(files: string[]) {
  const out: Record<string, unknown> = {};
  for (const file of files) {
    const texts: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
    for (const [id, text] of Object.entries(texts)) out[id] = compileMessage(text);
  }
  return out;
}

/**
 * `import('virtual:texts/<app>/<locale>')`: one compiled catalogue out of that app's `texts/<locale>.json`, but for
 * those of staff features, which their own `texts/index.ts` brings along.
 */
export const texts = (): Plugin => ({
  name: 'texts',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return null;
    const [, what, locale] = /^(.*)\/(\w+)$/.exec(id.slice(prefix.length + 1)) ?? [];
    const files = await filesOf(what ?? '', locale ?? '');
    for (const file of files) this.addWatchFile(file);
    const out = await compiled(files);
    return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(out))});`;
  },
  transform(code, id) {
    const path = relative(root, id);
    if (!path.endsWith('/texts/index.ts') || !travelsAlone(path)) return null;
    const folder = dirname(path);
    const brought = ['nb', 'en'].map((l) => `import { messages as ${l} } from '${prefix}${folder}/${l}';`);
    return `${brought.join('')}import { bringTexts } from '@/shared/i18n';bringTexts({ nb, en });${code}`;
  },
  configureServer(server) {
    const refresh = (file: string) => {
      if (!/[\\/]texts[\\/]\w+\.json$/.test(file)) return;
      for (const [id, mod] of server.moduleGraph.idToModuleMap)
        if (id.includes(prefix) && id.endsWith(basename(file, '.json')))
          server.moduleGraph.invalidateModule(mod);
      server.ws.send({ type: 'full-reload' });
    };
    server.watcher.on('add', refresh).on('change', refresh).on('unlink', refresh);
  },
});
