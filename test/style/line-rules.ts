/** Something that no line of the project may hold. */
export interface LineRule {
  readonly name: string;
  /** The files that the rule is for, by path. */
  readonly files: RegExp;
  readonly pattern: RegExp;
  /** What to do instead. */
  readonly instead: string;
  /** Lines that the rule finds, and lines that it must leave alone. */
  readonly finds: readonly string[];
  readonly leaves: readonly string[];
}

const CODE = /\.(ts|js|mjs)$/;
/** What runs in the service; the command line has its own environment and clock, in src/cli/terminal.ts. */
const SERVICE = /^src\/(?!cli\/).*(?<!\.spec)\.ts$/;

export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'leftover',
    files: /./,
    pattern: /\b(FIXME|HACK)\b|(\/\/|\*|#|--)\s*(XXX|TODO)\b/,
    instead: 'Do it now, or open an issue and say in a sentence why the code is right without it.',
    finds: ['// FIXME later', '* TODO: more', 'const HACK = 1;', '# XXX'],
    leaves: ['BIC of 11 characters: `XXX` is the head office', 'DEUTDEFFXXX'],
  },
  {
    name: 'check switched off',
    files: CODE,
    pattern:
      /eslint-disable|prettier-ignore|@ts-ignore|@ts-nocheck|\bas any\b(?=\s*([;,.)}[\]]|$))|<any>|:\s*any\b(?=\s*[,;=)|])/,
    instead: 'Mend what the check found; where a type is not known, take `unknown` and look.',
    finds: ['// eslint-disable-next-line', '// @ts-ignore', 'value as any', 'let x: any;', '(x: any) => x'],
    leaves: ['as anybody can', 'taken in as any other: it', 'For any: see above', 'as unknown'],
  },
  {
    name: 'test switched off',
    files: /\.spec\.ts$/,
    pattern: /\b(describe|it|test)\.(only|skip|todo|failing)\b|\b([fx](it|describe)|xtest)\(/,
    instead:
      'Mend the test or remove it: one that does not run guards nothing, one that is alone hides the others.',
    finds: ["it.skip('x'", "describe.only('x'", "xit('x'", "fdescribe('x'", 'it.only.each`x`'],
    leaves: ["it('x'", 'it.each([])', 'process.exit(1)', 'split(skip)'],
  },
  {
    name: 'default export',
    // A .d.ts file describes a package as it is.
    files: /^(src|migrations|test|bench)\/.*(?<!\.d)\.ts$/,
    pattern: /^\s*export\s+(default\b|\{[^}]*\bas default\b)/,
    instead: 'Export it by its name, so that it has one name everywhere.',
    finds: ['export default class A {}', 'export { a as default };'],
    leaves: ["export const a = 'export default';", 'export { defaultOf };'],
  },
  {
    name: 'path of a machine',
    files: /./,
    pattern: /(?<![\w.$}/:-])\/(home|root|Users)\/|\b[A-Z]:\\\\?(Users|Windows)\b/,
    instead: 'Give the path from the top of the project, or take it from the caller.',
    finds: ["'/home/alice/x'", '(/Users/x)', '"/Users/a"', "'C:\\\\Users\\\\a'"],
    leaves: ['https://bank.example/home/', 'src/home/x.ts', '${base}/Users/x', './Users/x'],
  },
  {
    name: 'environment read',
    files: SERVICE,
    pattern: /(?<!configFromEnv\()\bprocess\.env\b/,
    instead: 'Add the variable to src/config/environment-schema.ts and inject Config.',
    finds: ["process.env['PORT']", 'const { PORT } = process.env;'],
    leaves: ['configFromEnv(process.env)', 'process.environment'],
  },
  {
    name: 'way out',
    files: /^src\/(?!cli\/|outbound\/).*(?<!\.spec)\.ts$/,
    pattern:
      /(?<![.\w])fetch\(|\bglobalThis\.fetch\b|^import (?!type\b).*'(node:)?(https?|http2|tls|dgram|dns(\/promises)?)'|\bfrom '(undici|axios|got)'|\b(net|tls)\.connect\(|\bnew (WebSocket|EventSource)\(/,
    instead: 'Inject OutboundClient (src/outbound): it alone refuses what only the service can reach.',
    finds: [
      "await fetch('https://keys.example')",
      "import { request } from 'node:https';",
      "import { lookup } from 'node:dns/promises';",
      "import { request } from 'undici';",
      'net.connect(5432)',
      'new WebSocket(url)',
    ],
    leaves: [
      "import type { IncomingMessage } from 'node:http';",
      'this.prefetch(',
      'customFetch(',
      'client.fetch(',
    ],
  },
  {
    name: 'clock read',
    files: /^src\/(?!cli\/|common\/clock\.ts).*(?<!\.spec)\.ts$/,
    pattern: /\bDate\.now\(|\bnew Date\(\)/,
    instead: 'Inject Clock (src/common/clock.ts), so that a test can set the time.',
    finds: ['Date.now()', 'const at = new Date();'],
    leaves: ['new Date(at)', 'this.clock.now()'],
  },
];
