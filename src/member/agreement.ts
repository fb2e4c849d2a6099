/**
 * The version of the members' agreement that is in force. Its text is kept by the coalition; a member is taken in only
 * when this version was signed.
 */
export const AGREEMENT_VERSION = '2026-1';
