import { beforeEach, expect, test } from 'vitest';
import type { Resident } from '../queries';
import {
  beginDraft,
  type Draft,
  dropDraft,
  emptyDraft,
  keepDraft,
  keptDraft,
  moveInBody,
  reachable,
  stepOf,
} from './draft';

beforeEach(() => sessionStorage.clear());

const full: Draft = {
  ...emptyDraft('me'),
  resident: 'r1',
  unit_id: 'u1',
  from_day: '24.11.2026',
  ground: '9-3',
  contract_ends_on: '23.11.2029',
  helpers: { env_worker: 'h1', settler: 'h2' },
};
const alone = {
  id: 'r1',
  household: null,
  helpers: [{ kind: 'settler', user_id: 'h2', active: true, until: null }],
} as unknown as Resident;

test('the tab keeps ids and dates, and no words that somebody wrote', () => {
  keepDraft({ ...full, ground: 'other', ground_text: 'fordi Olena trenger det' });
  expect(Object.values(sessionStorage).join()).not.toContain('Olena');
  expect(keptDraft('me')).toEqual({ ...full, ground: 'other' });
});

test('a draft is taken up by who left it, and not when the link names somebody else', () => {
  keepDraft(full);
  expect(beginDraft('me', {})).toEqual({ draft: full, resumed: true });
  expect(beginDraft('somebody', {}).draft.resident).toBe('');
  expect(beginDraft('me', { resident: 'r2' }).draft).toMatchObject({ resident: 'r2', unit_id: '' });
  expect(beginDraft('me', { resident: 'r1' }).draft).toEqual(full);
  dropDraft();
  expect(beginDraft('me', {}).resumed).toBe(false);
});

test('what is not a draft is none', () => {
  sessionStorage.setItem('bomiljo.move-in', '{"actor":"me","resident":"<script>"}');
  expect(keptDraft('me')).toBeUndefined();
  sessionStorage.setItem('bomiljo.move-in', 'not json');
  expect(keptDraft('me')).toBeUndefined();
});

test('nobody comes past a step that is not filled in', () => {
  expect(reachable('summary', full)).toBe('summary');
  expect(reachable('summary', { ...full, ground: '' })).toBe('contract');
  expect(reachable('keys', { ...full, unit_id: '' })).toBe('unit');
  expect(reachable('who', emptyDraft('me'))).toBe('who');
});

test('a refusal leads to the step of its field', () => {
  expect(stepOf('unit_id')).toBe('unit');
  expect(stepOf('household_id')).toBe('who');
  expect(stepOf('helpers.1.user_id')).toBe('helpers');
  expect(stepOf('user_id')).toBe('helpers');
  expect(stepOf('body')).toBe('summary');
});

test('who moves alone keeps the helpers they have; a household is moved as one', () => {
  expect(moveInBody(full, alone)).toEqual({
    resident_id: 'r1',
    unit_id: 'u1',
    from_day: '2026-11-24',
    kind: 'fixed_term',
    legal_ground: 'husleieloven § 9-3',
    contract_ends_on: '2029-11-23',
    keys_handed_over: 2,
    helpers: [{ kind: 'env_worker', user_id: 'h1' }],
  });
  const together = {
    ...alone,
    household: { id: 'hh', kind: 'couple', members: [{}, {}] },
  } as unknown as Resident;
  expect(moveInBody(full, together)).toMatchObject({
    household_id: 'hh',
    helpers: [{ kind: 'env_worker' }, { kind: 'settler' }],
  });
});
