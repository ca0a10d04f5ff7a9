import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';
import { messages as portal } from 'virtual:texts/portal/nb';
import { messages as staff } from 'virtual:texts/staff/nb';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { i18n } from '@/shared/i18n';
import { server } from '@/shared/testing/server';

i18n.loadAndActivate({ locale: 'nb', messages: { ...portal, ...staff } });

// jsdom has no dialogs and no layout
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  },
});
Object.assign(Element.prototype, { checkVisibility: () => true, scrollIntoView: () => undefined });
Object.assign(document, { getAnimations: () => [] });
Object.assign(window, { scrollTo: () => undefined });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
