import { newId, toGlobalId } from '../../../src/common/id.js';
import type { Variables } from '../../support/caller.js';
import type { Aim } from './aim.js';

const REASON = 'As the test says.';
const AN_ACTION = { kind: 'UNABLE_TO_TRACE', effectiveOn: '2026-01-07' };
const AN_ASSESSMENT = { assessment: 'UNSURE', rationale: REASON };

/** A notice that there is not: what is about it is refused, unless it is known already by something else. */
const NOWHERE = toGlobalId('notice', newId('notice'));

const record = (fresh: string, lead: Variables): Variables => ({
  input: { clientReference: `ref-${fresh}`, action: AN_ACTION, ...lead },
});

/** What members make of matches and notices, what they did, and what they think of indicators. */
export const ACTION_AIMS: readonly Aim[] = [
  { path: 'action(id)', operation: 'action', at: 'action', variables: ({ id }) => ({ id }) },
  { path: 'actions()', operation: 'actions', lists: true, variables: () => ({}) },
  {
    path: 'actions(filter.memberId)',
    operation: 'actions',
    at: 'action',
    variables: ({ memberId }) => ({ filter: { memberId } }),
  },
  {
    path: 'actions(filter.screeningId)',
    operation: 'actions',
    at: 'action',
    variables: ({ screeningId }) => ({ filter: { screeningId } }),
  },
  { path: 'dispositions()', operation: 'dispositions', lists: true, variables: () => ({}) },
  {
    path: 'dispositions(filter.screeningId)',
    operation: 'dispositions',
    at: 'action',
    variables: ({ screeningId }) => ({ filter: { screeningId } }),
  },
  {
    path: 'recordDisposition(input.screeningId)',
    operation: 'recordDisposition',
    at: 'screening',
    variables: ({ id, merchant }) => ({
      input: { screeningId: id, merchantId: merchant, ...AN_ASSESSMENT },
    }),
  },
  {
    path: 'recordDisposition(input.noticeId)',
    operation: 'recordDisposition',
    at: 'notice',
    variables: ({ id }) => ({ input: { noticeId: id, ...AN_ASSESSMENT } }),
  },
  {
    path: 'recordAction(input.screeningId)',
    operation: 'recordAction',
    at: 'screening',
    variables: ({ id, merchant }, { fresh }) => record(fresh, { screeningId: id, merchantId: merchant }),
  },
  {
    path: 'recordAction(input.noticeId)',
    operation: 'recordAction',
    at: 'notice',
    variables: ({ id }, { fresh }) => record(fresh, { noticeId: id }),
  },
  {
    path: 'recordAction(input.clientReference)',
    operation: 'recordAction',
    at: 'action',
    variables: ({ clientReference }) => ({
      input: { clientReference, noticeId: NOWHERE, action: AN_ACTION },
    }),
  },
  {
    path: 'correctAction(input.actionId)',
    operation: 'correctAction',
    at: 'action',
    variables: ({ id }) => ({ input: { actionId: id, action: AN_ACTION } }),
  },
  {
    path: 'withdrawAction(input.actionId)',
    operation: 'withdrawAction',
    at: 'action',
    variables: ({ id }) => ({ input: { actionId: id, reason: REASON } }),
  },
  {
    path: 'giveOpinion(input.indicatorId)',
    operation: 'giveOpinion',
    at: 'case',
    variables: ({ indicator }) => ({ input: { indicatorId: indicator, opinion: 'CONFIRMED' } }),
  },
  {
    path: 'withdrawOpinion(input.indicatorId)',
    operation: 'withdrawOpinion',
    at: 'case',
    variables: ({ indicator }) => ({ input: { indicatorId: indicator } }),
  },
];
