import { QueryClient } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { refresh, useLiveEvents, waitBefore } from './useLiveEvents';

class FakeSource extends EventTarget {
  static readonly OPEN = 1;
  static all: FakeSource[] = [];
  readyState = 0;
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
}
beforeEach(() => {
  FakeSource.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Listener() {
  useLiveEvents();
  return null;
}

test('a topic refreshes what lies under its address and what follows from it, nothing else', () => {
  const client = new QueryClient();
  const paths = [
    '/v1/incidents',
    '/v1/incidents/{incident_id}',
    '/v1/today',
    '/v1/sites/{site_id}/house',
    '/v1/residents',
  ];
  for (const path of paths) client.setQueryData(['get', path], 1);
  refresh(client, 'incidents');
  const stale = paths.filter((p) => client.getQueryState(['get', p])?.isInvalidated);
  expect(stale).toEqual(paths.slice(0, 4));
});

test('after a break it comes back, later each time, and catches up on what it missed', async () => {
  const { queryClient } = renderPage(<Listener />);
  await vi.waitFor(() => expect(FakeSource.all).toHaveLength(1));
  const caughtUp = vi.spyOn(queryClient, 'invalidateQueries');
  FakeSource.all[0]?.dispatchEvent(new Event('open'));
  expect(caughtUp).not.toHaveBeenCalled();
  FakeSource.all[0]?.dispatchEvent(new Event('error'));
  act(() => void vi.advanceTimersByTime(1000));
  expect(FakeSource.all).toHaveLength(2);
  FakeSource.all[1]?.dispatchEvent(new Event('open'));
  expect(caughtUp).toHaveBeenCalledOnce();
});

test('a message that is no event is passed over', async () => {
  renderPage(<Listener />);
  await vi.waitFor(() => expect(FakeSource.all).toHaveLength(1));
  expect(() =>
    FakeSource.all[0]?.dispatchEvent(new MessageEvent('message', { data: 'not json' })),
  ).not.toThrow();
});

test('waiting doubles up to a minute', () => {
  expect([0, 1, 2, 10].map((n) => waitBefore(n, 1))).toEqual([1000, 2000, 4000, 60_000]);
  expect(waitBefore(0, 0)).toBe(500);
});
