import type {
  IdentifierInput,
  IdentifierRefusalCode,
  IdentifierType,
  NormalisedIdentifier,
} from '../identifier.js';
import { normaliseIdentifier } from '../normalise.js';

type InputRest = Omit<IdentifierInput, 'type' | 'value'>;

const PRESENT_YEAR = 2026;

/** The identifier in its normal form; a refusal is a failure of the test. */
export function normalised(type: IdentifierType, value: string, rest: InputRest = {}): NormalisedIdentifier {
  const result = normaliseIdentifier({ type, value, ...rest }, { presentYear: PRESENT_YEAR });
  if (!result.ok) throw new Error(`${type} was refused: ${JSON.stringify(result.refusals)}`);
  return result.value;
}

/** Kinds and strengths of the keys, as `IBAN UNIQUE`. */
export function keyKinds(identifier: NormalisedIdentifier): readonly string[] {
  return identifier.keys.map(({ kind, strength }) => `${kind} ${strength}`);
}

/** The hash of the key of one kind. */
export function keyOf(identifier: NormalisedIdentifier, kind: string): string | undefined {
  return identifier.keys.find((key) => key.kind === kind)?.hash;
}

/** What a test says of a refusal. The message is asserted apart, where its words matter. */
export interface ShortRefusal {
  readonly code: IdentifierRefusalCode;
  readonly field: string;
  readonly suggestion?: string;
}

/** Code, field and suggestion of the refusals of an input that must be refused, each with a message that says more. */
export function refusedAs(
  type: IdentifierType,
  value: string,
  rest: InputRest = {},
): readonly ShortRefusal[] {
  const result = normaliseIdentifier({ type, value, ...rest }, { presentYear: PRESENT_YEAR });
  if (result.ok) throw new Error(`${type} was taken as ${result.value.value}`);
  return result.refusals.map(({ code, field, message, suggestion }) => {
    if (!/^[A-Z].{15,}[.]$/u.test(message)) throw new Error(`The message is no sentence: ${message}`);
    return {
      code,
      field: field.join('.'),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  });
}
