module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'shared-knows-nothing-above', severity: 'error', from: { path: '^src/shared' }, to: { path: '^src/(features|apps)' } },
    { name: 'ui-knows-no-domain', severity: 'error', from: { path: '^src/shared/(ui|forms|format)' }, to: { path: '^src/shared/words' } },
    { name: 'features-do-not-know-apps', severity: 'error', from: { path: '^src/features' }, to: { path: '^src/apps' } },
    { name: 'features-are-islands', severity: 'error', from: { path: '^src/features/([^/]+)/' }, to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' } },
    { name: 'apps-do-not-meet', severity: 'error', from: { path: '^src/apps/([^/]+)/' }, to: { path: '^src/apps/([^/]+)/', pathNot: '^src/apps/$1/' } },
    { name: 'staff-keeps-out-of-the-portal', severity: 'error', from: { path: '^src/(apps/staff|features/[^/]+/(?!portal/))' }, to: { path: '^src/features/[^/]+/portal/' } },
  ],
  options: { tsConfig: { fileName: 'tsconfig.base.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: { path: '\\.gen\\.ts$' } },
};
