import { describedEnum } from '../graphql/index.js';

/** Why a member reads or screens (product.md, rule 10; Codes, "Screening purpose"). */
export const PURPOSES = [
  'ONBOARDING',
  'PERIODIC_REVIEW',
  'TRANSACTION',
  'RETROSPECTIVE',
  'INVESTIGATION',
  'PRINCIPAL_CHANGE',
] as const;

export type Purpose = (typeof PURPOSES)[number];

export const PurposeEnum = describedEnum<Purpose>(
  'Purpose',
  'Why shared data is read. It stands in the audit log.',
  {
    ONBOARDING: 'A merchant wants to be taken on.',
    PERIODIC_REVIEW: 'A regular review of merchants already served.',
    TRANSACTION: 'A single payment is looked at.',
    RETROSPECTIVE: 'Past payments or merchants are looked at again.',
    INVESTIGATION: 'A suspicion is followed up.',
    PRINCIPAL_CHANGE: 'A merchant has a new owner or director.',
  },
);
