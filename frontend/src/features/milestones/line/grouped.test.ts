import { expect, test } from 'vitest';
import { isoDay } from '@/shared/format/dates';
import type { Milestone } from '../queries';
import { grouped } from './grouped';

const today = isoDay();
const step = (code: string, more: Partial<Milestone>): Milestone => ({
  id: code,
  edition: 1,
  code,
  status: 'not_started',
  mover: 'resident',
  since: today,
  blocked_by: [],
  waiting_for: null,
  waiting_since: null,
  due_on: null,
  due_because: null,
  done_on: null,
  note: null,
  shared_because: null,
  version: 1,
  ...more,
});
const codes = (steps: readonly Milestone[]) => steps.map((x) => x.code);

test('a step can be done now unless an earlier one, somebody else or its day keeps it waiting', () => {
  const groups = grouped([
    step('FREE', {}),
    step('BEGUN', { status: 'in_progress' }),
    step('BLOCKED', { blocked_by: ['FREE'] }),
    step('OTHERS', { status: 'waiting_external' }),
    step('LATER', { since: '2999-01-01' }),
    step('DONE', { status: 'done', done_on: today }),
    step('NEVER', { status: 'not_applicable', blocked_by: ['FREE'] }),
  ]);
  expect(codes(groups.now)).toEqual(['FREE', 'BEGUN']);
  expect(codes(groups.waiting)).toEqual(['BLOCKED', 'OTHERS', 'LATER']);
  expect(codes(groups.done)).toEqual(['DONE']);
  expect(codes(groups.never)).toEqual(['NEVER']);
});
