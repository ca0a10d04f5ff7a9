import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Swagger UI at /docs from this address, without a script of anybody else's or one written into the page. */
export const apiDocs = (own: string): Plugin => ({
  name: 'api-docs',
  apply: 'build',
  async generateBundle() {
    for (const name of files)
      this.emitFile({ type: 'asset', fileName: `docs/${name}`, source: await readFile(join(swagger, name)) });
    for (const name of ['index.html', 'start.js', 'docs.css'])
      this.emitFile({ type: 'asset', fileName: `docs/${name}`, source: await readFile(join(own, name)) });
  },
});
