import { GraphQLError, parse } from 'graphql';
import type { PublicError } from '../../common/refusal.js';
import type { RequestRefusal } from '../graphql-error.js';
import { checkDocument, tooComplex } from './check-document.js';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.js';

/** How many documents are remembered as admitted: as many as mercurius keeps parsed. */
export const DOCUMENTS_MAX = 512;

/**
 * Admits documents to mercurius: parsed within the limit of tokens, and within the limits of check-document.ts.
 *
 * Mercurius must not be the first to see a text: what fails to parse it reads once more as the JSON of a parsed
 * document, by which a caller would pass every limit on the text.
 */
export class DocumentGate {
  private readonly admitted = new Map<string, true>();

  constructor(private readonly limits: DocumentLimits = DOCUMENT_LIMITS) {}

  /**
   * Gives the text to hand to mercurius, or the error. Mercurius compiles one operation of each text and would run it
   * whatever operation is named next, so the name is made part of the text, as a comment.
   */
  admit(
    query: string,
    operationName: string | undefined,
  ): { readonly text: string } | { readonly error: GraphQLError | PublicError | RequestRefusal } {
    const text = operationName === undefined ? query : `${query}\n#${singleLine(operationName)}`;
    if (this.admitted.has(text)) return { text };
    const error = this.check(query);
    if (error !== undefined) return { error };
    this.remember(text);
    return { text };
  }

  private check(query: string): GraphQLError | PublicError | RequestRefusal | undefined {
    const { lengthMax, tokensMax } = this.limits;
    if (query.length > lengthMax) return tooComplex('characters', query.length, lengthMax);
    try {
      return checkDocument(parse(query, { maxTokens: tokensMax }), this.limits);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const isTooLong = / tokens\. Parsing aborted\.$/.test(error.message);
      return isTooLong ? tooComplex('tokens', `more than ${tokensMax}`, tokensMax) : error;
    }
  }

  private remember(text: string): void {
    if (this.admitted.size >= DOCUMENTS_MAX) {
      const oldest = this.admitted.keys().next();
      if (oldest.done !== true) this.admitted.delete(oldest.value);
    }
    this.admitted.set(text, true);
  }
}

/** A name without line ends, which would end the comment it stands in. */
function singleLine(name: string): string {
  return JSON.stringify(name);
}
