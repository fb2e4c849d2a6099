import type { Variables } from '../../support/caller.js';
import type { Target, TargetKind } from './targets.js';

interface AimBase {
  /** As the rows of matrix.csv name it: the operation with the argument that reaches something. */
  readonly path: string;
  readonly operation: string;
  /** A list that is asked for as a whole: what it holds is looked at entry by entry. */
  readonly lists?: true;
}

/** An operation with the argument by which it reaches an object of somebody's. */
export type AimAt<Kind extends TargetKind> = AimBase & {
  readonly at: Kind;
  readonly variables: (target: Extract<Target, { kind: Kind }>, own: OwnThings) => Variables;
};

/** An operation that reaches nothing by its arguments. */
export interface AimAtNothing extends AimBase {
  readonly at?: undefined;
  readonly variables: (target: undefined, own: OwnThings) => Variables;
}

export type Aim = AimAtNothing | { [Kind in TargetKind]: AimAt<Kind> }[TargetKind];

/** Things of the asker's own that a call needs beside what it aims at. */
export interface OwnThings {
  /** A report of the own member. */
  readonly report: string;
  readonly member: string;
  readonly group: string;
  /** Different in every call. */
  readonly fresh: string;
}

/** The variables of an aim at a target of its kind. */
export function variablesOf(aim: Aim, target: Target | undefined, own: OwnThings): Variables {
  if (aim.at === undefined) return aim.variables(undefined, own);
  if (target?.kind !== aim.at) throw new Error(`${aim.path} is aimed at a ${aim.at}.`);
  // The kinds are equal: TypeScript cannot follow it through the union.
  return (aim.variables as (target: Target, own: OwnThings) => Variables)(target, own);
}
