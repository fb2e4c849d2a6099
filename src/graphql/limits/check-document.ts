import type { DocumentNode } from 'graphql';
import { PublicError } from '../../common/refusal.js';
import { RequestRefusal } from '../graphql-error.js';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.js';
import { type DocumentSize, measureDocument } from './measure-document.js';

/** The sizes that have a limit, in order of precedence, with their words for the client. */
const LIMITED: readonly (readonly [keyof DocumentSize, keyof DocumentLimits, string])[] = [
  ['definitions', 'definitionsMax', 'operations and fragments'],
  ['directives', 'directivesMax', 'directives'],
  ['depth', 'depthMax', 'levels of fields'],
  ['rootFields', 'rootFieldsMax', 'fields at its root'],
  ['introspections', 'introspectionsMax', 'questions about the schema'],
  ['aliases', 'aliasesMax', 'aliases'],
  ['fields', 'fieldsMax', 'fields, fragments expanded'],
];

/** The refusal of a document that is too large, too deep or names what it must not; undefined when it may go on. */
export function checkDocument(
  document: DocumentNode,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): PublicError | RequestRefusal | undefined {
  const size = measureDocument(document);
  if (size.cycle !== undefined) {
    return new RequestRefusal('GRAPHQL_VALIDATION_FAILED', `The fragment ${size.cycle} spreads itself.`);
  }
  if (size.reservedName !== undefined) {
    return new RequestRefusal(
      'GRAPHQL_VALIDATION_FAILED',
      `The name ${size.reservedName} begins with two underscores, which GraphQL keeps for itself.`,
    );
  }
  for (const [measured, limit, words] of LIMITED) {
    const amount = size[measured];
    if (typeof amount === 'number' && amount > limits[limit]) return tooComplex(words, amount, limits[limit]);
  }
  return undefined;
}

/** Says by how much a document is too large, and what to do. */
export function tooComplex(words: string, amount: number | string, max: number): PublicError {
  return new PublicError(
    'TOO_COMPLEX',
    `The query has ${amount} ${words}; the most is ${max}. Ask for less, or split it into several requests.`,
  );
}
