import type { SimulatedMember, World } from '../world.js';

/** One of product.md's rules, as it can be held against a register at rest. */
export interface Invariant {
  /** Begins with the numbers of the rules. */
  readonly rule: string;
  readonly check: (world: World) => Promise<void>;
}

/** One that is held by what a member sees. */
export interface MemberInvariant {
  /** Begins with the numbers of the rules. */
  readonly rule: string;
  readonly check: (world: World, member: SimulatedMember) => Promise<void>;
}
