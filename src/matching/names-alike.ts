/** Shorter names differ by too little for a typing error to be told from another name. */
const ONE_EDIT_LENGTH_MIN = 5;
const TWO_EDITS_LENGTH_MIN = 8;

/**
 * Whether two normalised names could be one name and a typing error: at most one insertion, deletion or replacement in
 * names of 5 to 7 letters and digits, at most two from 8 on (two letters that changed places are two).
 *
 * It only keeps the holders of a value from being counted as strangers; it never links. Symmetric.
 */
export function namesAlike(a: string, b: string): boolean {
  const editsMax = editsAllowed(Math.min(a.length, b.length));
  if (Math.abs(a.length - b.length) > editsMax) return false;
  return a === b || editDistance(a, b) <= editsMax;
}

function editsAllowed(length: number): number {
  if (length < ONE_EDIT_LENGTH_MIN) return 0;
  return length < TWO_EDITS_LENGTH_MIN ? 1 : 2;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
