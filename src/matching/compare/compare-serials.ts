import type { NameForm } from '../name/name-form.js';
import type { WordForm } from '../name/word-form.js';
import { editDistance } from './edit-distance.js';

/** NEAR: a digit or letter apart in a long number. EXTRA: on one side alone. CONFLICT: others on either side. */
export type SerialAgreement = 'NEAR' | 'EXTRA' | 'CONFLICT';

/** In a shorter one, one digit more or other is another number: house 7 is not house 1. */
const TYPED_LENGTH_MIN = 4;

/**
 * Compares what counts things in two names: numbers, and letters that stand alone (`PLANT B`). They tell branches,
 * buildings and profiles of one name apart. Undefined where they are the same, or neither has any. Symmetric.
 */
export function compareSerials(a: NameForm, b: NameForm): SerialAgreement | undefined {
  const onlyA = serialsBeside(a, b);
  const onlyB = serialsBeside(b, a);
  if (onlyA.length === 0 && onlyB.length === 0) return undefined;
  if (onlyA.length === 0 || onlyB.length === 0) return 'EXTRA';
  const areNear = onlyA.every((one) => onlyB.some((other) => isMistyped(one, other)));
  return areNear ? 'NEAR' : 'CONFLICT';
}

function serialsBeside(name: NameForm, other: NameForm): readonly string[] {
  const serials = name.words.flatMap((word) => serialOf(word) ?? []);
  return serials.filter((serial) => !other.words.some((word) => serialOf(word) === serial));
}

function serialOf({ text, number }: WordForm): string | undefined {
  if (number !== undefined) return number;
  return /\d/.test(text) || text.length === 1 ? text : undefined;
}

function isMistyped(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= TYPED_LENGTH_MIN && editDistance(one, other, 1) <= 1;
}
