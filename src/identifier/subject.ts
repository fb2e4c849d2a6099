import { accepted, type Refusal, refused, type Result } from '../common/refusal.js';
import type {
  IdentifierInput,
  IdentifierNotice,
  IdentifierRefusalCode,
  IdentifierType,
  NormalisedIdentifier,
  NormaliseOptions,
} from './identifier.js';
import { normaliseCountry } from './country.js';
import { identityOf } from './identity.js';
import { normaliseIdentifier } from './normalise.js';

/** An address as a member types it. `line` is street and house number; empty where only the town is known. */
export interface AddressInput {
  readonly line: string;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
  readonly country?: string | undefined;
}

/** A person behind the merchant. */
export interface PrincipalInput {
  readonly name: string;
  readonly birthDate?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly country?: string | undefined;
}

/** A merchant as a report or a screening describes it. `country` is the default scope of what is national. */
export interface SubjectInput {
  readonly legalName?: string | undefined;
  readonly tradeNames?: readonly string[] | undefined;
  readonly descriptors?: readonly string[] | undefined;
  readonly addresses?: readonly AddressInput[] | undefined;
  readonly principals?: readonly PrincipalInput[] | undefined;
  readonly identifiers?: readonly IdentifierInput[] | undefined;
  readonly country?: string | undefined;
}

/** Where in the input an identifier was given, e.g. `['identifiers', '0', 'value']`. */
export type FieldPath = readonly string[];

export interface SubjectIdentifier extends NormalisedIdentifier {
  readonly field: FieldPath;
}

export interface SubjectNotice {
  readonly code: IdentifierNotice;
  readonly field: FieldPath;
}

/** A merchant's description in normal form. One value given twice stands here once, at its first place. */
export interface NormalisedSubject {
  readonly country: string | null;
  readonly identifiers: readonly SubjectIdentifier[];
  readonly notices: readonly SubjectNotice[];
}

/** One value to normalise, and the names that its fields have in the subject. */
interface Item {
  readonly input: IdentifierInput;
  readonly path: FieldPath;
  /** The name of the field that holds `value`, when it lies below `path`. */
  readonly valueField?: string;
}

/** These take their scope from the merchant's country where they name none. */
const NATIONAL: ReadonlySet<IdentifierType> = new Set([
  'PHONE',
  'TAX_ID',
  'COMPANY_REG_NO',
  'NATIONAL_ID',
  'PASSPORT',
  'DRIVER_LICENCE',
]);

/**
 * Brings a whole description into normal form, or returns every refusal in it, each with the path of its field in the
 * input. Reports and screenings both pass through here, so that they never disagree on what was said.
 */
export function normaliseSubject(
  subject: SubjectInput,
  options: NormaliseOptions = {},
): Result<NormalisedSubject, IdentifierRefusalCode> {
  const identifiers: SubjectIdentifier[] = [];
  const notices: SubjectNotice[] = [];
  const refusals: Refusal<IdentifierRefusalCode>[] = [];
  const seen = new Set<string>();

  const country = subject.country?.trim()
    ? normaliseCountry(subject.country, ['country'])
    : accepted(undefined);
  if (!country.ok) refusals.push(...country.refusals);

  for (const item of itemsOf({ ...subject, country: country.ok ? country.value : undefined })) {
    const result = normaliseIdentifier(item.input, options);
    if (!result.ok) {
      refusals.push(
        ...result.refusals.map((refusal) => ({ ...refusal, field: fieldOf(item, refusal.field) })),
      );
      continue;
    }
    const field = fieldOf(item, ['value']);
    const identity = identityOf(result.value);
    if (seen.has(identity)) continue;
    seen.add(identity);
    identifiers.push({ ...result.value, field });
    notices.push(...result.value.notices.map((code) => ({ code, field })));
  }

  if (refusals.length > 0 || !country.ok) return refused(...refusals);
  return accepted({ country: country.value ?? null, identifiers, notices });
}

function itemsOf(subject: SubjectInput): Item[] {
  const country = subject.country;
  const items: Item[] = [];
  if (subject.legalName !== undefined)
    items.push({ input: { type: 'LEGAL_NAME', value: subject.legalName }, path: ['legalName'] });
  subject.tradeNames?.forEach((value, index) => {
    items.push({ input: { type: 'TRADE_NAME', value }, path: ['tradeNames', String(index)] });
  });
  subject.descriptors?.forEach((value, index) => {
    items.push({ input: { type: 'DESCRIPTOR', value }, path: ['descriptors', String(index)] });
  });
  subject.addresses?.forEach(({ line, ...parts }, index) => {
    items.push({
      input: { type: 'ADDRESS', value: line, parts: { ...parts, country: parts.country ?? country } },
      path: ['addresses', String(index)],
      valueField: 'line',
    });
  });
  subject.principals?.forEach(({ name, ...parts }, index) => {
    items.push({
      input: { type: 'PERSON', value: name, parts },
      path: ['principals', String(index)],
      valueField: 'name',
    });
  });
  subject.identifiers?.forEach((input, index) => {
    const scope = input.scope ?? (NATIONAL.has(input.type) ? country : undefined);
    items.push({ input: { ...input, scope }, path: ['identifiers', String(index)], valueField: 'value' });
  });
  return items;
}

/** The path in the subject of a field that a normaliser names relative to its own input. */
function fieldOf(item: Item, relative: readonly string[]): FieldPath {
  const [head, ...rest] = relative;
  if (head === 'value') return item.valueField === undefined ? item.path : [...item.path, item.valueField];
  if (head === 'parts') return [...item.path, ...rest];
  return [...item.path, ...relative];
}
