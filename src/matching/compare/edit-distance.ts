/**
 * Edits that make one text of the other: a letter more, less or other, or two neighbours that changed places
 * (restricted Damerau-Levenshtein). Counted up to `max`; beyond it the answer is `max + 1`.
 *
 * Symmetric. The edits of typing errors: nothing is known here of what letters sound like.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  const beyond = max + 1;
  if (Math.abs(a.length - b.length) > max) return beyond;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isEqual = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let edits = Math.min(
        (above[column - 1] ?? 0) + (isEqual ? 0 : 1),
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && areSwapped(a, b, row, column)) {
        edits = Math.min(edits, (twoAbove[column - 2] ?? 0) + 1);
      }
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > max) return beyond;
    twoAbove = above;
    above = current;
  }
  return Math.min(above[b.length] ?? beyond, beyond);
}

function areSwapped(a: string, b: string, row: number, column: number): boolean {
  return (
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  );
}

/** Edits that a word of so many letters may have and still be the same word mistyped. */
export function typosAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Whether two words are one word and a typing error. Symmetric: the shorter word says how many edits there may be. */
export function isTypo(a: string, b: string): boolean {
  const allowed = typosAllowed(Math.min(a.length, b.length));
  return allowed > 0 && editDistance(a, b, allowed) <= allowed;
}
