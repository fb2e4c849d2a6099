import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { z } from 'zod';

import type { DescribedIdentifier } from '../../src/matching/index.js';
import { IDENTIFIER_TYPES } from '../../src/identifier/index.js';
import { DataSetError, type NamePairSet } from './data-set.js';

/** More would be a mistake: a coalition's analysts decide some hundreds a year. */
const JUDGEMENTS_MAX = 1_000_000;

const IDENTIFIER = z.object({
  type: z.enum(IDENTIFIER_TYPES),
  scope: z.string().nullable(),
  value: z.string(),
  keys: z.array(
    z.object({
      kind: z.string(),
      strength: z.enum(['UNIQUE', 'STRONG', 'WEAK', 'CONTEXT', 'FUZZY']),
      hash: z.string(),
    }),
  ),
  exclusiveWithin: z.string().nullable(),
  parts: z.record(z.string(), z.string()).optional(),
});

const JUDGEMENTS = z
  .array(
    z.object({
      a: z.array(IDENTIFIER),
      b: z.array(IDENTIFIER),
      verdict: z.enum(['SAME', 'DIFFERENT', 'UNSURE']),
    }),
  )
  .max(JUDGEMENTS_MAX);

/** What analysts decided about two descriptions. */
export interface JudgedPairs {
  readonly name: string;
  readonly pairs: readonly {
    readonly a: readonly DescribedIdentifier[];
    readonly b: readonly DescribedIdentifier[];
    readonly verdict: 'SAME' | 'DIFFERENT' | 'UNSURE';
  }[];
}

/**
 * Reads a JSON file of analysts' decisions: a list of `{ a, b, verdict }`, a and b the identifiers of the two descriptions
 * in their normal form as they are stored, the verdict SAME, DIFFERENT or UNSURE.
 *
 * @throws DataSetError that names the first place that does not fit.
 */
export function readJudgements(path: string): JudgedPairs {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new DataSetError(`${path} cannot be read as JSON.`, { cause: error });
  }
  const read = JUDGEMENTS.safeParse(content);
  if (read.success) {
    const pairs = read.data.map(({ a, b, verdict }) => ({
      a: a.map(withParts),
      b: b.map(withParts),
      verdict,
    }));
    return { name: basename(path), pairs };
  }
  const [issue] = read.error.issues;
  throw new DataSetError(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}.`);
}

function withParts({ parts, ...identifier }: z.infer<typeof IDENTIFIER>): DescribedIdentifier {
  return parts === undefined ? identifier : { ...identifier, parts };
}

/** The decisions as a set to learn from. What the analyst was not sure of is left out. */
export function judgementPairs({ name, pairs }: JudgedPairs): NamePairSet {
  const decided = pairs.filter(({ verdict }) => verdict !== 'UNSURE');
  return {
    kind: 'NAMES',
    name,
    pairs: decided.map(({ a, b, verdict }, place) => ({
      schema: '',
      a: { id: `${place}a`, source: '', identifiers: a, country: null },
      b: { id: `${place}b`, source: '', identifiers: b, country: null },
      isSame: verdict === 'SAME',
    })),
  };
}
