import fc from 'fast-check';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { anything, cursor, nastyNumber, nastyText } from './nasty-values.js';

/** How many of a hundred values are not what their field is for, though of its type; and how many not even that. */
const NASTY_PERCENT = 8;
const WRONG_TYPE_PERCENT = 1;

/** What stands in fields of a name, so that some requests get past every check. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  value: [
    'GB82WEST12345698765432',
    'cnry-shop.example',
    'nomu.example',
    '+442079460011',
    'a@nomu.example',
    '7',
    '5967',
  ],
  country: ['NL', 'DE', 'GB'],
  scope: ['GB', 'ICA:1234', 'bitcoin', 'PayPal', 'screening:run', 'report:submit'],
  scopes: ['screening:run', 'report:submit', 'indicator:read', 'report:read'],
  email: ['one@person.example', 'two@person.example'],
  birthDate: ['1990-01-31', '1985'],
  kty: ['OKP', 'EC'],
  crv: ['Ed25519', 'P-256'],
  alg: ['EdDSA', 'ES256'],
  x: ['11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
  use: ['sig'],
  version: ['2026-1'],
  action: ['report.submit', 'screening.run'],
  tiers: ['STRONG', 'POSSIBLE'],
};
const WORDS = [
  'Nomu',
  'Velka Trading',
  'Orrin Bakery Ltd',
  'ref-1',
  'ref-2',
  'As we saw it.',
  'cnry',
  'Mill Road 1',
];

/** Draws values for the arguments of a schema; `ids` are those that the caller knows of. */
export class ValueDrawer {
  private readonly drawn = new Map<string, fc.Arbitrary<unknown>>();

  constructor(private readonly ids: readonly string[]) {}

  /** A value of the type, mostly right, for the field of this name. Undefined: left out. */
  of(type: GraphQLInputType, name: string): fc.Arbitrary<unknown> {
    const key = `${name}: ${String(type)}`;
    let arbitrary = this.drawn.get(key);
    if (arbitrary === undefined) {
      // A type that holds itself would go round for ever; none does, and the tie says so where one comes to.
      this.drawn.set(key, fc.constant(undefined));
      arbitrary = this.make(type, name);
      this.drawn.set(key, arbitrary);
    }
    return arbitrary;
  }

  private make(type: GraphQLInputType, name: string): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) {
      const right = this.of(type.ofType, name).map((value) => value ?? '');
      return fc.oneof(
        { weight: 100 - WRONG_TYPE_PERCENT, arbitrary: this.required(type.ofType, name) },
        { weight: WRONG_TYPE_PERCENT, arbitrary: fc.oneof(anything, right) },
      );
    }
    return fc.oneof(
      { weight: 5, arbitrary: this.required(type, name) },
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  }

  private required(type: GraphQLInputType, name: string): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return this.required(type.ofType, name);
    if (isListType(type)) return this.list(type.ofType, name);
    if (isEnumType(type)) {
      return this.mostly(fc.constantFrom(...type.getValues().map((value) => value.name)), nastyText);
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).map(
        (field) => [field.name, this.of(field.type, field.name)] as const,
      );
      return fc.record(Object.fromEntries(fields)).map(withoutUndefined);
    }
    return this.scalar(type.name, name);
  }

  private list(of: GraphQLInputType, name: string): fc.Arbitrary<unknown> {
    const element = this.required(of, name);
    return fc.oneof(
      { weight: 12, arbitrary: fc.array(element, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(element, { minLength: 0, maxLength: 0 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(element, fc.integer({ min: 20, max: 250 }))
          .map(([one, count]) => Array.from({ length: count }, () => one)),
      },
      // One value in the place of a list of one is right by the specification.
      { weight: 1, arbitrary: element },
    );
  }

  private scalar(type: string, name: string): fc.Arbitrary<unknown> {
    switch (type) {
      case 'ID':
        return fc.oneof(
          { weight: 10, arbitrary: fc.constantFrom(...this.ids) },
          { weight: 1, arbitrary: nastyText },
          {
            weight: 1,
            arbitrary: fc.constantFrom<unknown>('rpt_AAAAAAAAAAAAAAAAAAAAAA', 7, 'mem_', 2 ** 60),
          },
        );
      case 'Int':
        return this.mostly(
          name === 'first' ? fc.integer({ min: 1, max: 20 }) : fc.integer({ min: 1940, max: 2006 }),
          nastyNumber,
        );
      case 'Float':
        return this.mostly(fc.double({ noNaN: true, min: 0, max: 1 }), nastyNumber);
      case 'Boolean':
        return fc.boolean();
      case 'Cursor':
        return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: cursor });
      case 'Date':
        return this.mostly(
          fc.constantFrom('2026-01-31', '2025-06-01', '0001-01-01', '9999-12-31'),
          nastyText,
        );
      case 'DateTime':
        return this.mostly(
          fc.constantFrom(
            '2026-01-31T10:00:00Z',
            '0001-01-01T00:00:00Z',
            '9999-12-31T23:59:59Z',
            '2026-12-31T23:59:59+14:00',
          ),
          nastyText,
        );
      case 'Country':
        return this.mostly(fc.constantFrom('NL', 'DE', 'XK'), nastyText);
      case 'SequenceNumber':
        return this.mostly(fc.constantFrom('0', '7', '9223372036854775807'), nastyText);
      default:
        return this.mostly(fc.constantFrom(...(LIKELY[name] ?? []), ...WORDS), nastyText);
    }
  }

  private mostly(right: fc.Arbitrary<unknown>, nasty: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    return fc.oneof(
      { weight: 100 - NASTY_PERCENT, arbitrary: right },
      { weight: NASTY_PERCENT, arbitrary: nasty },
    );
  }
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
