/** Lines of a table for a person: columns as wide as their widest cell, two spaces between, the last one ragged. */
export function tableLines(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const all = [headers, ...rows];
  const widths = headers.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    headers
      .map((_, column) => (row[column] ?? '').padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Lines of label and value, the values under one another. Empty values are left out. */
export function detailLines(
  details: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly string[] {
  const shown = details.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(0, ...shown.map(([label]) => label.length));
  return shown.map(([label, value]) => `${label.padEnd(width)}  ${value ?? ''}`);
}
