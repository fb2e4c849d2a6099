import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { z } from 'zod';

/** The rules of imports, as dependency-cruiser reads them. */
export const RULES_FILE = resolve('.dependency-cruiser.mjs');

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

const rulesSchema = z.object({
  PARTS: z.array(z.string()),
  default: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string().min(20) })) }),
});

const resultSchema = z.object({
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  }),
});

export interface ImportRules {
  /** Parts of src, lowest first. */
  readonly parts: readonly string[];
  /** What each rule says to do instead, by its name. */
  readonly comments: ReadonlyMap<string, string>;
}

export async function importRules(): Promise<ImportRules> {
  const { PARTS, default: config } = rulesSchema.parse(await import(RULES_FILE));
  return { parts: PARTS, comments: new Map(config.forbidden.map(({ name, comment }) => [name, comment])) };
}

/** One import, or one file where `to` is the same, that breaks a rule. */
export interface BrokenRule {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Everything below src, migrations, test and bench of a folder that breaks a rule. */
export async function cruise(folder: string): Promise<BrokenRule[]> {
  const roots = ['src', 'migrations', 'test', 'bench'].filter((root) => existsSync(join(folder, root)));
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, ...roots, '--config', RULES_FILE, '--output-type', 'json'],
    { cwd: folder, maxBuffer: OUTPUT_BYTES_MAX },
  );
  const { summary } = resultSchema.parse(JSON.parse(stdout));
  return summary.violations.map(({ from, to, rule, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle === undefined ? to : cycle.map(({ name }) => name).join(' -> '),
  }));
}
