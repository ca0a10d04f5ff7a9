import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

// First load, gzip -9: what the browser must fetch before a page stands. Raised only with a reason in the commit.
const budgets = { residentJs: 151, staffRouteJs: 285, css: 30 };

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const sizes = new Map();
const kilobytes = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1000);
  return sizes.get(file);
};
function collect(keys) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const f of [chunk.file, ...(chunk.css ?? [])]) files.add(f);
    for (const k of chunk.imports ?? []) visit(k);
  };
  for (const key of keys) visit(key);
  return [...files];
}
const sum = (files, ext) => files.filter((f) => f.endsWith(ext)).reduce((all, f) => all + kilobytes(f), 0);
const routeKeys = (app) => Object.keys(manifest).filter((k) => k.startsWith(`src/apps/${app}/routes/`));
const texts = (app) => Object.keys(manifest).filter((k) => k.includes(`virtual:texts/${app}/nb`));

let failed = false;
function check(name, value, budget) {
  const over = value > budget;
  failed ||= over;
  console.log(`${over ? 'OVER ' : 'ok   '} ${name}: ${value.toFixed(1)} of ${budget} kB`);
}

const home = collect(['index.html', ...texts('portal'), ...routeKeys('resident').filter((k) => k.startsWith('src/apps/resident/routes/index.tsx'))]);
check('resident first load, js', sum(home, '.js'), budgets.residentJs);
check('resident first load, css', sum(home, '.css'), budgets.css);

const frame = routeKeys('staff').filter((k) => /\/_app\.tsx/.test(k));
for (const key of routeKeys('staff')) {
  const files = collect(['ansatt/index.html', ...texts('staff'), ...frame, key]);
  const name = key.replace(/^src\/apps\/staff\/routes\//, '').replace(/\.tsx.*/, '');
  check(`staff ${name}, js`, sum(files, '.js'), budgets.staffRouteJs);
  check(`staff ${name}, css`, sum(files, '.css'), budgets.css);
}
const inline = ['dist/index.html', 'dist/ansatt/index.html'].filter((f) => /<script(?![^>]*\bsrc=)|<style|\sstyle=/.test(readFileSync(f, 'utf8')));
for (const f of inline) console.log(`OVER  ${f} has inline script or style, which the content security policy forbids`);
const places = readdirSync('dist/assets').length;
console.log(`${places} files in dist/assets`);
process.exit(failed || inline.length > 0 ? 1 : 0);
