import { normaliseIdentifier } from '../../../identifier/index.js';
import { nameForm, type NameForm } from '../name-form.js';
import { personForm, type PersonForm } from '../person-form.js';
import { rarityFromCounts, type TokenRarity } from '../token-rarity.js';

/** Words of every trade, with how many of 10,000 invented names hold them; all other words are as rare as can be. */
const COUNTS: Readonly<Record<string, number>> = {
  SHOP: 600,
  STORE: 500,
  RESTAURANT: 700,
  HOTEL: 300,
  BANK: 250,
  INTERNATIONAL: 400,
  GROUP: 400,
  HOLDINGS: 200,
  SERVICES: 500,
  TRADING: 200,
  SCHOOL: 150,
  JOHN: 150,
  MARIA: 150,
  ANNA: 120,
};

export const RARITY: TokenRarity = rarityFromCounts(new Map(Object.entries(COUNTS)), 10_000);

/** A merchant's name as a member types it, prepared. */
export function aName(typed: string, native?: string): NameForm {
  const name = normaliseIdentifier({ type: 'LEGAL_NAME', value: typed });
  if (!name.ok) throw new Error(`${typed} is no name`);
  const { value, parts } = name.value;
  return nameForm({ value, parts: native === undefined ? parts : { ...parts, native } });
}

/** A person's name as a member types it, in ASCII, prepared with its words in the order typed. */
export function aPerson(typed: string, native?: string): PersonForm {
  const written = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  return personForm({ value: written, parts: { written, ...(native === undefined ? {} : { native }) } });
}
