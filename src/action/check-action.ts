import { accepted, type Refusal, refused, type Result } from '../common/refusal.js';
import { checkText, checkTextWithUrls } from '../identifier/index.js';
import {
  ACCOUNTS_CLOSED_MAX,
  ACTION_NOTE_LENGTH_MAX,
  type ActionContent,
  type ActionDraft,
  CLIENT_REFERENCE_LENGTH_MAX,
} from './action.js';
import { ACTION_PARTS, ACTION_RULES, type ActionPart } from './action-kind.js';
import type { ActionRefusal, ActionRefusalCode } from './action-refusal.js';
import { NETWORK_CODES, type NetworkListing } from './network-listing.js';

/** No action is recorded from before the register's reports (report/check-report.ts). */
const EARLIEST = '2000-01-01';

/** An action in normal form, and whether of a web address in its note more than the host was dropped. */
export interface CheckedAction {
  readonly content: ActionContent;
  readonly urlPathDropped: boolean;
}

/**
 * Holds an action against every rule that needs nothing but the action. Gives all refusals, in the order of the fields, or
 * the action in normal form. `today` is the present day in UTC, YYYY-MM-DD: nothing is done in the future.
 */
export function checkAction(draft: ActionDraft, today: string): Result<CheckedAction, ActionRefusalCode> {
  const note = checkTextWithUrls(draft.note ?? '', ['note'], {
    lengthMax: ACTION_NOTE_LENGTH_MAX,
    multiline: true,
  });
  const refusals = [
    ...checkDay(draft.effectiveOn, ['effectiveOn'], today),
    ...ACTION_PARTS.flatMap((part) => checkPart(draft, part)),
    ...checkAccounts(draft.accountsClosed),
    ...(draft.networkListing === undefined ? [] : checkListing(draft.networkListing, today)),
    ...note.refusals,
  ];
  if (refusals.length > 0) return refused(...refusals);
  return accepted({
    content: {
      kind: draft.kind,
      effectiveOn: draft.effectiveOn,
      accountsClosed: draft.accountsClosed ?? null,
      networkListing: draft.networkListing ?? null,
      forwardedTo: draft.forwardedTo ?? null,
      note: note.text.trim() === '' ? null : note.text.trim(),
    },
    urlPathDropped: note.dropped > 0,
  });
}

/** The member's own reference of an action: what makes sending it twice harmless. */
export function checkClientReference(reference: string): readonly ActionRefusal[] {
  if (reference.trim() === '')
    return [
      {
        code: 'REQUIRED',
        field: ['clientReference'],
        message: 'Give your own reference of the action: it makes sending it again harmless.',
      },
    ];
  return checkText(reference, ['clientReference'], { lengthMax: CLIENT_REFERENCE_LENGTH_MAX });
}

/** Why an action is withdrawn: at least a word, and nothing that the gate refuses. */
export function checkReason(reason: string): readonly ActionRefusal[] {
  if (reason.trim() === '')
    return [{ code: 'REQUIRED', field: ['reason'], message: 'Write at least a word.' }];
  return checkText(reason, ['reason'], { lengthMax: ACTION_NOTE_LENGTH_MAX, multiline: true });
}

/** What a part is called in the input of whoever sends it. */
const FIELD: Readonly<Record<ActionPart, string>> = {
  accountsClosed: 'accountsClosed',
  networkListing: 'networkListing',
  forwardedTo: 'forwardedToMemberId',
};

function checkPart(draft: ActionDraft, part: ActionPart): readonly ActionRefusal[] {
  const { takes, needs } = ACTION_RULES[draft.kind];
  const given = draft[part] !== undefined;
  const field = [FIELD[part]];
  if (given && !takes.includes(part))
    return [{ code: 'ACTION_CONFLICT', field, message: `${draft.kind} does not go with it: leave it out.` }];
  if (!given && needs.includes(part))
    return [{ code: 'REQUIRED', field, message: `${draft.kind} does not say anything without it.` }];
  return [];
}

function checkAccounts(count: number | undefined): readonly ActionRefusal[] {
  if (count === undefined || (count >= 0 && count <= ACCOUNTS_CLOSED_MAX)) return [];
  const message = `Give how many accounts were closed, 0 to ${ACCOUNTS_CLOSED_MAX}.`;
  return [{ code: 'NOT_PLAUSIBLE', field: ['accountsClosed'], message }];
}

function checkListing({ list, code, listedOn }: NetworkListing, today: string): readonly ActionRefusal[] {
  const codes = NETWORK_CODES[list];
  const unknown: Refusal<'UNKNOWN_CODE'> = {
    code: 'UNKNOWN_CODE',
    field: ['networkListing', 'code'],
    message: `${list} lists what is reported here under ${codes.join(', ')}: give one of them.`,
  };
  return [
    ...(codes.includes(code) ? [] : [unknown]),
    ...checkDay(listedOn, ['networkListing', 'listedOn'], today),
  ];
}

function checkDay(day: string, field: readonly string[], today: string): readonly ActionRefusal[] {
  if (day > today)
    return [
      { code: 'INVALID_DATE', field, message: 'The day lies in the future: give one up to today, in UTC.' },
    ];
  if (day < EARLIEST) return [{ code: 'INVALID_DATE', field, message: `Give a day from ${EARLIEST} on.` }];
  return [];
}
