/** What an escape begins with. Most texts have none of it. */
const MAY_ESCAPE = /[%&\\=]/;

/** How often escapes may stand in escapes: a form in an address in a form. More is no accident, and is looked at as it is. */
const ROUNDS_MAX = 3;

/** Bytes written one by one: `%89`, `=89`, `\x89`, `\211`. A run of one kind. */
const BYTE_RUN = /(?:%[0-9a-f]{2})+|(?:=[0-9A-F]{2})+|(?:\\x[0-9a-f]{2})+|(?:\\[0-3][0-7]{2})+/giu;
/** Characters written one by one: `&#137;`, `&#x89;`, `\u0089`. */
const CHARACTER = /&#(\d{1,7});|&#x([0-9a-f]{1,6});|\\u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}/giu;
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/&sol;/giu, '/'],
  [/&plus;/giu, '+'],
  [/&equals;/giu, '='],
  [/&colon;/giu, ':'],
  [/&comma;/giu, ','],
  [/&semi;/giu, ';'],
  [/&amp;/giu, '&'],
];
/** A line that goes on in the next, in quoted-printable. */
const SOFT_BREAK = /=\r?\n/gu;
/** A control character that no text has, however it is written: what a file is full of. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
/** The same, and bytes above ASCII. */
const NO_ASCII_TEXT = /[^\t\n\r -~]/gu;

/** A text with its escapes undone. */
export interface Unescaped {
  /**
   * The text as it came and after each round, for what looks like an escape may be none: `x=AAAA` has nothing to do with
   * mail. The last has no escapes any more.
   */
  readonly readings: readonly [string, ...string[]];
  /** How many escapes stood for what is no text: controls, and bytes that are no UTF-8. */
  readonly rawBytes: number;
}

/** Undoes the escapes of addresses, HTML, JSON, source code and mail, also where they are escaped again. */
export function undoEscapes(text: string): Unescaped {
  const readings: [string, ...string[]] = [text];
  let current = text;
  let rawBytes = 0;
  for (let round = 0; round < ROUNDS_MAX && MAY_ESCAPE.test(current); round += 1) {
    const undone = undoNamed(
      current
        .replace(SOFT_BREAK, '')
        .replace(BYTE_RUN, (run) => {
          const bytes = bytesOf(run);
          if (!isText(bytes)) return raw(bytes.toString('latin1'), NO_ASCII_TEXT);
          return raw(bytes.toString('utf8'), CONTROL);
        })
        .replace(CHARACTER, (_match, ...codes: (string | undefined)[]) => raw(characterOf(codes), CONTROL)),
    );
    if (undone === current) break;
    current = undone;
    readings.push(current);
  }
  return { readings, rawBytes };

  function raw(found: string, noText: RegExp): string {
    rawBytes += found.match(noText)?.length ?? 0;
    return found;
  }
}

function undoNamed(text: string): string {
  if (!text.includes('&')) return text;
  return NAMED.reduce((undone, [entity, character]) => undone.replace(entity, character), text);
}

/** The character that an escape stands for, nothing where there is none. */
function characterOf([decimal, ...hexes]: readonly (string | undefined)[]): string {
  const code = decimal === undefined ? parseInt(hexes.slice(0, 3).find(Boolean) ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function bytesOf(run: string): Buffer {
  if (run.startsWith('%') || run.startsWith('=')) return Buffer.from(run.replace(/[%=]/gu, ''), 'hex');
  if (run.startsWith('\\x') || run.startsWith('\\X')) return Buffer.from(run.replace(/\\x/giu, ''), 'hex');
  return Buffer.from((run.match(/[0-7]{3}/gu) ?? []).map((octal) => parseInt(octal, 8)));
}

/** Whether bytes are UTF-8: escapes of words in any script are, those of files hardly ever. */
function isText(bytes: Buffer): boolean {
  return !bytes.toString('utf8').includes('\ufffd');
}
