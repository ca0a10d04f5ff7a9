import { fileURLToPath } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { apiDocs } from './build-plugins/apiDocs.ts';
import { residentFiles } from './build-plugins/residentPrecache.ts';
import { staffFallback } from './build-plugins/staffFallback.ts';
import { texts } from './build-plugins/texts.ts';
import { treeshakeDesignsystemet } from './build-plugins/treeshakeDesignsystemet.ts';

const at = (p: string) => fileURLToPath(new URL(p, import.meta.url));
const backend = process.env.BOMILJO_BASE_URL ?? 'http://127.0.0.1:8000';
const routes = (app: 'staff' | 'resident') =>
  tanstackRouter({
    target: 'react',
    autoCodeSplitting: true,
    routesDirectory: `./src/apps/${app}/routes`,
    generatedRouteTree: `./src/apps/${app}/routeTree.gen.ts`,
    disableLogging: true,
  });

export default defineConfig({
  resolve: { alias: { '@': at('./src') } },
  server: { proxy: { '/v1': { target: backend, changeOrigin: false } } },
  preview: { proxy: { '/v1': { target: backend, changeOrigin: false } } },
  plugins: [
    staffFallback(),
    texts(),
    apiDocs(at('./api-docs')),
    routes('staff'),
    routes('resident'),
    treeshakeDesignsystemet(),
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Bomiljø',
        short_name: 'Bomiljø',
        lang: 'nb',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#1F5B73',
        background_color: '#ffffff',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['index.html', 'early.js', 'icon.svg', 'assets/*.{js,css}'],
        manifestTransforms: [
          async (entries) => {
            const keep = await residentFiles(at('./dist/.vite/manifest.json'));
            return { manifest: entries.filter((e) => !e.url.startsWith('assets/') || keep.has(e.url)) };
          },
        ],
        clientsClaim: true,
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [
          /^\/v1\//,
          /^\/ansatt/,
          /^\/docs/,
          /^\/redoc/,
          /^\/openapi\.json/,
          /^\/health/,
        ],
        runtimeCaching: [
          {
            urlPattern: ({ url }) => url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 80 } },
          },
        ],
      },
    }),
  ],
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    // data: URLs for small files would need a wider content security policy
    assetsInlineLimit: 0,
    rolldownOptions: { input: { resident: at('./index.html'), staff: at('./ansatt/index.html') } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./tests/setup.ts'],
    // a busy machine must not fail a test for being slow
    testTimeout: 30_000,
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    coverage: { provider: 'v8' },
  },
});
