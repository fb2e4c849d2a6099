import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import countries from 'i18n-iso-countries';

const CODES = new Set(Object.keys(countries.getAlpha2Codes()));

/**
 * A country's code, e.g. `DE`. A wrong code in an input of this type refuses the whole request; where one row of many
 * may be wrong, the input takes a String and the service refuses that row.
 */
export const CountryScalar = new GraphQLScalarType<string, string>({
  name: 'Country',
  description: 'A country as two capital letters of ISO 3166-1 (alpha-2), e.g. `DE`; `XK` stands for Kosovo.',
  specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  serialize: parseCountry,
  parseValue: parseCountry,
  parseLiteral: (node) => parseCountry(node.kind === Kind.STRING ? node.value : undefined),
});

function parseCountry(value: unknown): string {
  if (typeof value === 'string' && CODES.has(value)) return value;
  throw new GraphQLError('A Country is two capital letters of ISO 3166-1, e.g. DE.');
}
