import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
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

async function merged(app: App, locale: string) {
  const files = (await glob(`**/texts/${locale}.json`, { cwd: root, absolute: true })).sort();
  const out: Record<string, unknown> = {};
  const used: string[] = [];
  for (const file of files) {
    const owner = ownerOf(relative(root, file));
    if (owner !== 'both' && owner !== app) continue;
    used.push(file);
    const texts: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
    for (const [id, text] of Object.entries(texts)) out[id] = compileMessage(text);
  }
  return { out, used };
}

/** `import('virtual:texts/<app>/<locale>')`: one compiled catalogue out of every `texts/<locale>.json` of that app. */
export const texts = (): Plugin => ({
  name: 'texts',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return null;
    const [app, locale] = id.slice(prefix.length + 1).split('/') as [App, string];
    const { out, used } = await merged(app, locale);
    for (const file of used) this.addWatchFile(file);
    return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(out))});`;
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
