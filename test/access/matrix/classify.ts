import type { Answer } from './ask.js';
import type { Cell } from './matrix-row.js';
import type { Target } from './targets.js';
import type { WholeOperation } from './whole-document.js';

/** Codes of refusals that say no more than that there is no such thing. */
const NO_SUCH = new Set(['NOT_FOUND', 'UNKNOWN_MEMBER', 'UNKNOWN_SHARING_GROUP']);

/** What an answer amounts to, or a sentence where it is nothing that may be. */
export type Verdict = Extract<Cell, 'yes' | 'absent' | 'refused' | 'unknown'> | `an answer ${string}`;

/**
 * What became of a call. `nothing`: the answer of the same caller to the same call aimed at what there is not, with what
 * differs by chance taken out of both.
 */
export function classify(
  operation: WholeOperation,
  answer: Answer,
  nothing: { readonly there: string; readonly nowhere: string } | undefined,
): Verdict {
  if (answer.errorCodes.length > 0) {
    if (answer.errorCodes.every((code) => code === 'UNAUTHENTICATED') && isEmpty(answer)) return 'unknown';
    if (answer.errorCodes.every((code) => code === 'FORBIDDEN') && isEmpty(answer)) return 'refused';
    return `an answer with ${answer.errorCodes.join(', ')}: ${answer.text.slice(0, 300)}`;
  }
  if (nothing !== undefined && nothing.there === nothing.nowhere) return 'absent';
  if (operation.kind === 'mutation') {
    const codes = userErrorCodes(answer);
    return codes.some((code) => NO_SUCH.has(code))
      ? `an answer that says ${codes.join(', ')}, but otherwise than for what there is not: ${answer.text.slice(0, 300)}`
      : 'yes';
  }
  return isEmpty(answer)
    ? `an answer that is empty, but otherwise than for what there is not: ${answer.text.slice(0, 300)}`
    : 'yes';
}

/** Whether an operation gave nothing: null, an empty page, or a payload that holds refusals alone. */
export function isEmpty({ results }: Pick<Answer, 'results'>): boolean {
  return results.every((result) => {
    if (result === null || result === undefined) return true;
    if (Array.isArray(result)) return result.length === 0;
    const { nodes } = result as { nodes?: readonly unknown[] };
    return nodes?.length === 0;
  });
}

/** Whether an answer is that of screenings which found nothing. */
export function isClear({ results }: Pick<Answer, 'results'>): boolean {
  return results.every((result) => {
    const { screenings } = (result ?? {}) as {
      screenings?: readonly { readonly matches: readonly unknown[] }[];
    };
    return screenings?.every(({ matches }) => matches.length === 0) ?? false;
  });
}

export function userErrorCodes({ results }: Pick<Answer, 'results'>): readonly string[] {
  return results.flatMap((result) => {
    const { userErrors = [] } = (result ?? {}) as { userErrors?: readonly { readonly code: string }[] };
    return userErrors.map(({ code }) => code);
  });
}

/**
 * An answer without what differs between any two: request ids, times, new ids, secrets, cursors; and with what was aimed
 * at under one name, for a caller may be told what it said itself.
 */
export function withoutChance(text: string, target: Target | undefined, fresh: string): string {
  const aimed = target === undefined ? [] : textsOf(target);
  let scrubbed = text.replaceAll(fresh, 'FRESH');
  for (const each of aimed)
    scrubbed = scrubbed.replaceAll(each, 'AIMED').replaceAll(each.toLowerCase(), 'AIMED');
  return scrubbed
    .replaceAll(/"(?:[a-z]{3}_)[A-Za-z0-9_-]{22}"/g, '"id"')
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId":"r"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"')
    .replaceAll(/"(clientSecret|password|totpSecret|totpUri|endCursor|cursor|clientId)":"[^"]*"/g, '"$1":"s"')
    .replaceAll(/"(remaining|refillsAt)":[^,}]+/g, '"$1":0')
    .replaceAll(/"(display|yours|normalForm|value)":"[^"]*"/g, '"$1":"v"');
}

/** Every text of a target, the longest first. */
function textsOf(target: Target): readonly string[] {
  const texts = Object.entries(target).flatMap(([name, value]): string[] =>
    name === 'kind'
      ? []
      : typeof value === 'string'
        ? [value]
        : Object.values(value as Record<string, string>),
  );
  return texts.filter((text) => text.length > 3).sort((a, b) => b.length - a.length);
}
