import { describedEnum, InvalidInputError } from '../graphql/index.js';

/**
 * Why the coalition's own readers look at what members reported (product.md, rule 10). Members' own purposes, with which
 * they screen and read indicators, are others: `Purpose` of the indicators.
 */
export const COALITION_PURPOSES = [
  'TRIAGE',
  'RESOLUTION',
  'DISPUTE',
  'LAW_ENFORCEMENT',
  'INCIDENT',
  'AUDIT',
] as const;

export type CoalitionPurpose = (typeof COALITION_PURPOSES)[number];

export const CoalitionPurposeEnum = describedEnum<CoalitionPurpose>(
  'CoalitionPurpose',
  "Why the coalition's analysts and auditors read what members reported. It stands in the audit log.",
  {
    TRIAGE: 'Reports wait to be accepted, asked about or rejected.',
    RESOLUTION: 'Which reports are about one merchant is to be decided, or decided anew.',
    DISPUTE: 'A listing is challenged.',
    LAW_ENFORCEMENT: 'Law enforcement asks, for a hold or otherwise.',
    INCIDENT: 'Something went wrong: misuse, a leak, danger to a person.',
    AUDIT: 'Whether the rules are kept is looked at.',
  },
);

/**
 * The purpose of a read, which whoever reads other members' things declares (product.md, rule 10): `ofOthers` says whether the
 * reader does, `things` what they are, such as "reports". Members read their own without one.
 *
 * @throws InvalidInputError where it is missing.
 */
export function purposeOfReading(
  purpose: CoalitionPurpose | undefined,
  { ofOthers, things }: { readonly ofOthers: boolean; readonly things: string },
): CoalitionPurpose | undefined {
  if (purpose !== undefined || !ofOthers) return purpose;
  const message = `Say why you read members' ${things}: one of ${COALITION_PURPOSES.join(', ')}.`;
  throw new InvalidInputError([{ field: 'purpose', message }]);
}
