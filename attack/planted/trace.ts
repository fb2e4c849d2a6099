/** Characters of a window by which something is found again, and the least kinds of them: zeros alone are no trace. */
const WINDOW = 24;
const KINDS_MIN = 5;
/** How far into a payload windows are taken: what is found of it is found by its beginning. */
const WINDOWS_MAX = 3;

/** Finds what was planted in texts that may have been changed on the way: by letters and digits alone, in small letters. */
export class Trace {
  private readonly windows = new Set<string>();

  add(planted: string): void {
    const compact = compacted(planted);
    for (let place = 0; place < WINDOWS_MAX; place += 1) {
      const window = compact.slice(place * WINDOW, (place + 1) * WINDOW);
      if (window.length === WINDOW && new Set(window).size >= KINDS_MIN) this.windows.add(window);
    }
  }

  isIn(text: string): boolean {
    if (text.length < WINDOW) return false;
    const compact = compacted(text);
    for (let at = 0; at + WINDOW <= compact.length; at += 1) {
      if (this.windows.has(compact.slice(at, at + WINDOW))) return true;
    }
    return false;
  }
}

function compacted(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9]/gu, '')
    .toLowerCase();
}
