/** Who asks, as the columns of matrix.csv have it. */
export const COLUMNS = [
  'submitter',
  'screener',
  'member admin',
  'analyst',
  'coalition admin',
  'liaison',
  'auditor',
  'client',
  'client without scope',
  'not signed in',
] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * How what is asked for stands to the member who asks.
 *
 * `own`: made by the asker (of things that members have together: the member's own). `colleague`: made by another of the
 * same member; `powerful`: such a person, with a role of the coalition. `other`: of another member, shared with all.
 * `group`, `outside`: shared with a group that the asker's member is in, is not in. `named`, `unnamed`, `nobody`: RED that
 * names the asker's member, others, nobody. `pending`: not yet accepted. `inactive`: of members, not taking part. `system`:
 * of log entries, Cordon's own. `list`: counts over everything. `any`: whatever it is.
 */
export const RELATIONS = [
  'own',
  'colleague',
  'powerful',
  'other',
  'group',
  'outside',
  'named',
  'unnamed',
  'nobody',
  'pending',
  'withdrawn',
  'expired',
  'held',
  'disputed',
  'inactive',
  'system',
  'absent',
  'list',
  'any',
] as const;

export type Relation = (typeof RELATIONS)[number];

/**
 * What a row is about.
 *
 * `operation`: a call aimed at something by one argument. `field`: an output field. `argument`: an argument or input field,
 * `aimed` where an operation of the table reaches something by it, `said` where it names nothing stored. `structure`: a field
 * that only holds others. `stored`: what is in the database and in no field.
 */
export const KINDS = ['operation', 'field', 'argument', 'structure', 'stored'] as const;

export type Kind = (typeof KINDS)[number];

/**
 * What is expected. Of an operation: `yes`, it is answered; `absent`, answered as if there were none; `refused`, FORBIDDEN
 * whatever it aims at; `unknown`, UNAUTHENTICATED. Of a field: `yes`, it must be seen somewhere; `may`; `no`.
 */
export const CELLS = ['yes', 'absent', 'refused', 'unknown', 'may', 'no', '-'] as const;

export type Cell = (typeof CELLS)[number];

/** One line of matrix.csv with its lists written out. */
export interface MatrixRow {
  readonly line: number;
  readonly kind: Kind;
  /** `report(id)` of an operation, `Report.narrative` of a field; `*` stands for any part of a name. */
  readonly paths: readonly string[];
  /** Of an argument none: `reach` says what it is. */
  readonly relations: readonly Relation[];
  readonly reach: 'aimed' | 'said' | undefined;
  readonly cells: Readonly<Record<Column, Cell>>;
}
