import { accepted, refused, type Result } from './refusal.js';

/** The steps of a life cycle: what each verb makes of each status. What it does not have is refused. */
export type Transitions<Status extends string, Verb extends string> = Readonly<
  Record<Status, Readonly<Partial<Record<Verb, Status>>>>
>;

/** The status after a step, or that the life cycle does not have it. */
export type Step<Status extends string> = Result<Status, 'NOT_ALLOWED_IN_STATE'>;

/**
 * Takes one step of a life cycle. What stands nowhere in its table is refused with NOT_ALLOWED_IN_STATE (product.md, Life
 * cycles: "anything not written here is refused with a coded error"), a step that was taken already among it: whoever repeats a
 * request is told where the object stands. `field` is the input that names the object; `message` says what is open instead. Pure.
 */
export function takeStep<Status extends string, Verb extends string>(
  transitions: Transitions<Status, Verb>,
  { status, verb }: { readonly status: Status; readonly verb: Verb },
  { field, message }: { readonly field: string; readonly message: string },
): Step<Status> {
  const steps: Readonly<Partial<Record<Verb, Status>>> = transitions[status];
  const next = steps[verb];
  return next === undefined
    ? refused({ code: 'NOT_ALLOWED_IN_STATE', field: [field], message })
    : accepted(next);
}
