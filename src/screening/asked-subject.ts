import type { IdentifierType, NormalisedSubject } from '../identifier/index.js';

/** What a member asked about, as it is kept with the answer: normal forms, never what was typed. */
export interface AskedSubject {
  readonly country?: string;
  readonly identifiers: readonly {
    readonly field: string;
    readonly type: IdentifierType;
    readonly scope: string | null;
    readonly value: string;
  }[];
}

/** Nothing: what was refused is not stored (product.md, rule 13). */
export const REFUSED_SUBJECT: AskedSubject = { identifiers: [] };

/** The subject as it is kept. A URL's path, which a typed value may have, is not in the normal form. */
export function askedSubject({ country, identifiers }: NormalisedSubject): AskedSubject {
  return {
    ...(country === null ? {} : { country }),
    identifiers: identifiers.map(({ field, type, scope, value }) => ({
      field: field.join('.'),
      type,
      scope,
      value,
    })),
  };
}
