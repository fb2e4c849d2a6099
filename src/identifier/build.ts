import { accepted } from '../common/refusal.js';

import type {
  IdentifierInput,
  IdentifierKey,
  IdentifierNotice,
  NormalisedIdentifier,
  Strength,
} from './identifier.js';
import { identifierKey } from './key.js';

/** What a type's normaliser found. All but `value` and `strength` have a usual value. */
export interface Draft {
  readonly value: string;
  readonly strength: Strength;
  readonly scope?: string | null;
  /** What is kept of what was typed. Default: all of it. */
  readonly typed?: string;
  /** Default: the normal form. */
  readonly display?: string;
  /** Default: one key whose kind is the type, with the identifier's own strength, scope and value. */
  readonly keys?: readonly IdentifierKey[];
  readonly parts?: Readonly<Record<string, string | undefined>>;
  readonly exclusiveWithin?: string | null;
  readonly notices?: readonly IdentifierNotice[];
}

/** The accepted identifier of a draft. Parts that are undefined or empty are left out. */
export function identified(
  input: IdentifierInput,
  draft: Draft,
): { readonly ok: true; readonly value: NormalisedIdentifier } {
  const scope = draft.scope ?? null;
  return accepted({
    type: input.type,
    scope,
    value: draft.value,
    typed: draft.typed ?? input.value,
    strength: draft.strength,
    display: draft.display ?? draft.value,
    keys: draft.keys ?? [identifierKey(input.type, draft.strength, scope, draft.value)],
    parts: withoutEmpty(draft.parts ?? {}),
    exclusiveWithin: draft.exclusiveWithin ?? null,
    notices: draft.notices ?? [],
  });
}

function withoutEmpty(parts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts)) if (part) kept[name] = part;
  return kept;
}
