import type { FieldColumns } from './map-subject.js';

/** Levels of the service's inputs above the ones that a row is mapped to. */
const OUTER = new Set(['input', 'report']);

/**
 * The name of the column behind a field that the service named, e.g. `iban` for `report.identifiers.2.value`. The
 * longest known beginning of the path decides; a path that nothing is known of, such as that of the
 * identifiers as a whole, is given without those levels.
 */
export function columnOfField(columns: FieldColumns, field: readonly string[]): string {
  const start = field.findIndex((part) => !OUTER.has(part));
  const path = start === -1 ? [] : field.slice(start);
  for (let length = path.length; length > 0; length--) {
    const column = columns.get(path.slice(0, length).join('.'));
    if (column !== undefined) return column;
  }
  return path.join('.');
}
