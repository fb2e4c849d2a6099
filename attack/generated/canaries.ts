/**
 * Words that stand in hidden values and nowhere else. A reader may hold those of its kinds; each other one in any answer
 * to it is a leak. The letters have no meaning in any language, so that normalising and masking leave them alone.
 */
export const CANARIES = {
  /** In what a report says beside what is shared: narrative, client reference, external reference. */
  content: 'cnrykontent',
  /** In names and identifiers of reports that a group, one member or nobody shares. */
  value: 'cnryvalyu',
  /** In names and addresses of people and machines. */
  people: 'cnrypipol',
  /** In screenings: names, references. */
  screening: 'cnryskrin',
  /** In the name and description of a sharing group. */
  group: 'cnrygrup',
  /** In what analysts wrote. */
  decision: 'cnrydisijon',
} as const;

export type CanaryKind = keyof typeof CANARIES;

/** The kinds in `text` that its reader must not see. */
export function leaksIn(text: string, mayRead: ReadonlySet<CanaryKind>): readonly CanaryKind[] {
  // The rest is looked for only where the beginning of all of them is.
  if (!/cnry/i.test(text)) return [];
  const folded = text.toLowerCase();
  return (Object.keys(CANARIES) as CanaryKind[]).filter(
    (kind) => !mayRead.has(kind) && folded.includes(CANARIES[kind]),
  );
}
