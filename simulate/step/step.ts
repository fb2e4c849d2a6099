import type { World } from '../world.js';

/** One kind of thing that happens in a coalition. */
export interface Step {
  readonly name: string;
  /** How often it is taken, beside the others. */
  readonly weight: number;
  /** Does it over the API, holds the answer against what should be, and notes what should be from now on. */
  readonly take: (world: World) => Promise<'taken' | 'nothing to do'>;
}

/** That an answer is not what product.md says it is. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';

  constructor(
    readonly rule: string,
    seen: string,
  ) {
    super(`${rule}: ${seen}`);
  }
}

const held = new Map<string, number>();

/** Fails with the rule's name unless the condition holds. A rule that begins with numbers of product.md's is counted. */
export function holds(rule: string, condition: boolean, seen: () => string): asserts condition {
  if (!condition) throw new RuleBroken(rule, seen());
  const [numbers] = /^[\d, and]+:/.exec(rule) ?? [];
  for (const number of numbers?.match(/\d+/g) ?? []) held.set(number, (held.get(number) ?? 0) + 1);
}

/** How often each rule was held against something since this was asked last: runs follow on each other in one process. */
export function takeHeld(): ReadonlyMap<string, number> {
  const taken = new Map(held);
  held.clear();
  return taken;
}

/** A mutation must have been taken. */
export function taken(
  what: string,
  { userErrors }: { readonly userErrors: readonly { readonly code: string; readonly message: string }[] },
): void {
  holds(`${what} is taken`, userErrors.length === 0, () => JSON.stringify(userErrors));
}

/** A mutation must have been refused with exactly this code. */
export function refusedWith(
  what: string,
  code: string,
  { userErrors }: { readonly userErrors: readonly { readonly code: string }[] },
): void {
  holds(`${what} is refused with ${code}`, userErrors[0]?.code === code, () => JSON.stringify(userErrors));
}
