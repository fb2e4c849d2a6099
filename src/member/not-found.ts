import type { Refusal } from '../common/refusal.js';

/** The answer for a member that there is not, and for one that the caller may not touch. */
export function memberNotFound(): Refusal<'NOT_FOUND'> {
  return { code: 'NOT_FOUND', field: ['memberId'], message: 'There is no such member.' };
}

/** The answer for a client that there is not, and for another member's. */
export function clientNotFound(): Refusal<'NOT_FOUND'> {
  return {
    code: 'NOT_FOUND',
    field: ['clientId'],
    message: 'There is no such client, or you may not manage it.',
  };
}

/** The answer for a sharing group that there is not. */
export function groupNotFound(): Refusal<'NOT_FOUND'> {
  return { code: 'NOT_FOUND', field: ['sharingGroupId'], message: 'There is no such sharing group.' };
}
