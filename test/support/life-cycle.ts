import type { Step } from '../../src/common/life-cycle.js';

/** A step that a life cycle has: from, verb, to. */
export type WrittenStep<Status extends string, Verb extends string> = readonly [Status, Verb, Status];

/**
 * Walks a life cycle row by row: each verb in each status. What stands in `allowed`, written by hand, leads where it says; all
 * else is refused with its code, on the field that names the object, and tells where that stands.
 */
export function itHasTheSteps<Status extends string, Verb extends string>(cycle: {
  readonly statuses: readonly Status[];
  readonly verbs: readonly Verb[];
  readonly allowed: readonly WrittenStep<Status, Verb>[];
  readonly take: (status: Status, verb: Verb) => Step<Status>;
  readonly field: string;
}): void {
  const { statuses, verbs, allowed, take, field } = cycle;

  it.each(allowed)('%s by %s becomes %s', (status, verb, next) => {
    expect(take(status, verb)).toEqual({ ok: true, value: next });
  });

  it.each(refusedSteps(statuses, verbs, allowed))('%s has no step %s', (status, verb) => {
    const step = take(status, verb);
    expect(step).toMatchObject({ ok: false, refusals: [{ code: 'NOT_ALLOWED_IN_STATE', field: [field] }] });
    expect(step.ok ? '' : step.refusals[0]?.message).toContain(` is ${status}`);
  });
}

/** Every verb in every status but what is allowed. */
export function refusedSteps<Status extends string, Verb extends string>(
  statuses: readonly Status[],
  verbs: readonly Verb[],
  allowed: readonly WrittenStep<Status, Verb>[],
): (readonly [Status, Verb])[] {
  return statuses
    .flatMap((status) => verbs.map((verb) => [status, verb] as const))
    .filter(([status, verb]) => !allowed.some(([from, by]) => from === status && by === verb));
}
