import type { Aim } from './aim.js';

const STATEMENT = 'As the test says.';

/** Disputes: filed of what is listed, answered and appealed by their sides, decided by others. */
export const DISPUTE_AIMS: readonly Aim[] = [
  { path: 'dispute(id)', operation: 'dispute', at: 'dispute', variables: ({ id }) => ({ id }) },
  { path: 'disputes()', operation: 'disputes', lists: true, variables: () => ({}) },
  {
    path: 'disputeReview(disputeId)',
    operation: 'disputeReview',
    at: 'dispute',
    variables: ({ id }) => ({ disputeId: id }),
  },
  {
    path: 'fileDispute(input.merchantId)',
    operation: 'fileDispute',
    at: 'case',
    variables: ({ merchant }, { fresh }) => ({
      input: { clientReference: fresh, merchantId: merchant, grounds: 'OUTDATED', statement: STATEMENT },
    }),
  },
  {
    path: 'fileDispute(input.indicatorId)',
    operation: 'fileDispute',
    at: 'case',
    variables: ({ indicator }, { fresh }) => ({
      input: { clientReference: fresh, indicatorId: indicator, grounds: 'OUTDATED', statement: STATEMENT },
    }),
  },
  {
    path: 'answerDispute(input.disputeId)',
    operation: 'answerDispute',
    at: 'dispute',
    variables: ({ id }) => ({ input: { disputeId: id, answer: 'STAND_BY', statement: STATEMENT } }),
  },
  {
    path: 'answerDisputeInCare(input.disputeId)',
    operation: 'answerDisputeInCare',
    at: 'dispute',
    variables: ({ id }) => ({ input: { disputeId: id, statement: STATEMENT } }),
  },
  {
    path: 'appealDispute(input.disputeId)',
    operation: 'appealDispute',
    at: 'dispute',
    variables: ({ id }) => ({ input: { disputeId: id, statement: STATEMENT } }),
  },
  {
    path: 'ruleDispute(input.disputeId)',
    operation: 'ruleDispute',
    at: 'dispute',
    variables: ({ id }) => ({ input: { disputeId: id, outcome: 'REJECTED', reason: STATEMENT } }),
  },
  {
    path: 'approveDisputeRuling(input.rulingId)',
    operation: 'approveDisputeRuling',
    at: 'dispute',
    variables: ({ ruling }) => ({ input: { rulingId: ruling } }),
  },
];
