import type { UserId } from '../../common/id.js';

/** What an authenticator keeps of whose passkey it is: the bytes of the random id, nothing of the person. */
export function userHandleOf(userId: UserId): Buffer {
  return Buffer.from(userId.replaceAll('-', ''), 'hex');
}
