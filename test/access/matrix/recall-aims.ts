import type { Aim } from './aim.js';

/** What is recalled of what members received, and what becomes of it. */
export const RECALL_AIMS: readonly Aim[] = [
  { path: 'recall(id)', operation: 'recall', at: 'recall', variables: ({ id }) => ({ id }) },
  { path: 'recalls()', operation: 'recalls', lists: true, variables: () => ({}) },
  {
    path: 'closeRecall(input.recallId)',
    operation: 'closeRecall',
    at: 'recall',
    variables: ({ id }) => ({ input: { recallId: id } }),
  },
  { path: 'recallProgress(id)', operation: 'recallProgress', at: 'recall', variables: ({ id }) => ({ id }) },
  { path: 'openRecalls()', operation: 'openRecalls', lists: true, variables: () => ({}) },
];
