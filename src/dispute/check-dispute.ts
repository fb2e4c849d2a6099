import { hash } from 'node:crypto';
import { checkText } from '../identifier/index.js';
import type { DisputeGrounds } from './dispute.js';
import type { DisputeRefusal } from './dispute-refusal.js';

/** Characters of each text about a dispute: a statement, an answer, an appeal, the reasons of a ruling. */
export const DISPUTE_TEXT_LENGTH_MAX = 4_000;
/** Characters of the filer's own references. */
export const DISPUTE_REFERENCE_LENGTH_MAX = 100;
/** Characters of who wrote in. */
export const ON_BEHALF_OF_LENGTH_MAX = 200;

/** What a dispute says, as far as it can be checked by itself. */
export interface DisputeTexts {
  readonly grounds: DisputeGrounds;
  readonly statement: string;
  readonly clientReference: string;
  readonly ownReference: string | null;
  readonly onBehalfOf: string | null;
  readonly disclosed: boolean;
}

/** Every rule that the texts of a dispute break. Nothing here depends on what the register knows. */
export function checkDispute(texts: DisputeTexts): readonly DisputeRefusal[] {
  return [
    ...checkLine(texts.clientReference, 'clientReference', DISPUTE_REFERENCE_LENGTH_MAX),
    ...checkStatement(texts.statement, 'statement'),
    ...(texts.ownReference === null
      ? []
      : checkLine(texts.ownReference, 'ownReference', DISPUTE_REFERENCE_LENGTH_MAX)),
    ...(texts.onBehalfOf === null ? [] : checkLine(texts.onBehalfOf, 'onBehalfOf', ON_BEHALF_OF_LENGTH_MAX)),
  ];
}

/** Whether a text about a dispute may be stored: at least a word, and nothing that the gate refuses. */
export function checkStatement(text: string, field: string): readonly DisputeRefusal[] {
  if (text.trim() === '') return [{ code: 'REQUIRED', field: [field], message: 'Write at least a word.' }];
  return checkText(text, [field], { lengthMax: DISPUTE_TEXT_LENGTH_MAX, multiline: true });
}

function checkLine(text: string, field: string, lengthMax: number): readonly DisputeRefusal[] {
  if (text.trim() === '') return [{ code: 'REQUIRED', field: [field], message: 'Write at least a word.' }];
  return checkText(text, [field], { lengthMax });
}

/** SHA-256 of what was sent, by which sending it again is known from sending something else. `target` is the id as given. */
export function disputeContentHash(texts: DisputeTexts, target: string): Buffer {
  const { grounds, statement, ownReference, onBehalfOf, disclosed } = texts;
  return hash(
    'sha256',
    JSON.stringify([target, grounds, statement, ownReference, onBehalfOf, disclosed]),
    'buffer',
  );
}
