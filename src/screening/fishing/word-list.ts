/** Values that are compared with the next one. */
const RECENT_MAX = 4;
/** How much of their ends two domains must have in common to be made by one pattern, beside what stands for the country. */
const COMMON_END_MIN = 4;

/** The names, or domains, that a member asked about lately by nothing else. */
export class WordList {
  #recent: readonly string[] = [];

  /**
   * Takes the next value, and says whether it looks taken from a list of words or made by a pattern: it is one single word, or
   * but for one word the same as each of the last few. Names in alphabetical order share words with the one before, but
   * seldom with several.
   */
  add(value: string, isDomain: boolean): boolean {
    const own = isDomain ? withoutSuffix(value) : value;
    const before = this.#recent;
    if (!before.includes(own)) this.#recent = [...before, own].slice(-RECENT_MAX);
    if (!isDomain && !/[\s-]/.test(own)) return true;
    if (before.length < RECENT_MAX) return false;
    const words = new Set(own.split(/[\s.-]+/));
    const sharesWord = before.every((other) => other.split(/[\s.-]+/).some((word) => words.has(word)));
    return sharesWord || before.every((other) => commonEnd(own, other) >= COMMON_END_MIN);
  }
}

/** A domain without its last label. */
function withoutSuffix(domain: string): string {
  const dot = domain.lastIndexOf('.');
  return dot === -1 ? domain : domain.slice(0, dot);
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length))
    length += 1;
  return length;
}
