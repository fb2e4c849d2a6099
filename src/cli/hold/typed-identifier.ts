import { InvalidArgumentError } from 'commander';
import { IDENTIFIER_TYPES, type IdentifierType } from '../../identifier/index.js';
import { parseCode } from '../codes.js';

/** An identifier as it was typed. */
export interface TypedIdentifier {
  readonly type: IdentifierType;
  readonly scope?: string;
  readonly value: string;
}

/** How one is typed, for `-h`. */
export const TYPED_IDENTIFIER = 'TYPE=VALUE, or TYPE@SCOPE=VALUE where it needs its scope';

const SHAPE = /^([^@=]+)(?:@([^=]+))?=(.+)$/su;

/** Gathers `--identifier`, which may be given several times. @throws InvalidArgumentError when it is written otherwise. */
export function gatherIdentifier(
  text: string,
  before: readonly TypedIdentifier[] | undefined,
): readonly TypedIdentifier[] {
  const [, name = '', scope, value = ''] = SHAPE.exec(text) ?? [];
  const type = parseCode(IDENTIFIER_TYPES, name);
  if (type === undefined || value.trim() === '')
    throw new InvalidArgumentError(
      `Write ${TYPED_IDENTIFIER}, e.g. IBAN=NL02TEST0000000001 or DOMAIN=shop.example.`,
    );
  return [...(before ?? []), { type, value, ...(scope !== undefined && { scope }) }];
}
