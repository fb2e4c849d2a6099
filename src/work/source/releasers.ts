/** Who has approved that the hold of this alias is lifted as it stands; without those whose members reported what it covers. */
export function releasers(hold: string): string {
  return `standing_approvals('HOLD_RELEASE', ${hold}.id, hold_release_digest(${hold}), hold_reporters(${hold}.id))`;
}
