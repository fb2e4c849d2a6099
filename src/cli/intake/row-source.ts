import type { Refusal } from '../../common/refusal.js';
import type { SubmitReportInput } from '../api-types.js';
import type { Row } from './columns.js';

/** One row of a file, or why it could not be read. */
export interface SourceRow {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** As it stood in the file, to be given back in the errors file. */
  readonly original: SourceOriginal;
  readonly content: SourceContent;
}

/** Cells of a CSV file, an object of a JSONL file, or a line that is neither. */
export type SourceOriginal =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'object'; readonly object: Readonly<Record<string, unknown>> }
  | { readonly kind: 'text'; readonly text: string };

/** `report`: already in the shape of the service's input, as JSONL may hold it. */
export type SourceContent =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'report'; readonly input: SubmitReportInput }
  | { readonly kind: 'unreadable'; readonly refusals: readonly Refusal[] };

/** The rows of one file, read as they are asked for. */
export interface RowSource {
  readonly format: 'csv' | 'jsonl';
  /** The first line of a CSV file; none for JSONL. */
  readonly headers: readonly string[];
  readonly delimiter: string;
  /** How many lines the file has; a row's line among them tells how far its reader is. */
  readonly lines: number;
  rows(): AsyncIterable<SourceRow>;
}
