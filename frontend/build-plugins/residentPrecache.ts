import { readFile } from 'node:fs/promises';
import type { Manifest } from 'vite';

/** Files the resident app needs to boot offline: its entry, static imports, css and its own lazy routes. Catalogues are cached when used. */
export async function residentFiles(manifestPath: string): Promise<Set<string>> {
  const manifest: Manifest = JSON.parse(await readFile(manifestPath, 'utf8'));
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key) || key.includes('virtual:texts')) return;
    seen.add(key);
    for (const f of [chunk.file, ...(chunk.css ?? [])]) files.add(f);
    for (const k of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(k);
  };
  visit('index.html');
  return files;
}
