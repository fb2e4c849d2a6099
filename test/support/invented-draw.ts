import { DemoRandom } from '../../src/demo/demo-random.js';
import { mod97 } from '../../src/identifier/check-digits.js';
import type { IdentifierInput, SubjectInput } from '../../src/identifier/index.js';

/** One report of a draw: what it says, who made it, and which merchant it is about. */
export interface DrawnReport {
  readonly subject: SubjectInput;
  /** 0 to 11. */
  readonly reporter: number;
  readonly merchant: string;
}

const SYLLABLES =
  'ba de fi go hu ka le mi no pu ra se ti vo zu dal fin hot les mir nes per rod sil tus'.split(' ');
const TRADES = ['Trading', 'Media', 'Studio', 'Online', 'Imports', 'Digital', 'Gallery', 'Networks'];

interface InventedMerchant {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly email: string;
  readonly phone: string;
  readonly iban: string;
  readonly cardAcceptorId: string;
  readonly company: string;
  readonly line: string;
  readonly principal: string;
}

/**
 * Reports of invented merchants of the kinds that are hard to tell apart: plain ones, sellers behind one facilitator's
 * telephone and account, sellers of one trade name with one mailbox, tenants of one house, and sellers that change all but
 * their account. About four reports a merchant, with fields missing and letters mistyped.
 */
export function drawReports(seed: number, merchantsOfKind: number): readonly DrawnReport[] {
  const dice = new DemoRandom(seed);
  const merchants: InventedMerchant[] = [];
  const add = (fixed: Partial<InventedMerchant> = {}): void => {
    merchants.push({ ...inventMerchant(dice, merchants.length), ...fixed });
  };
  for (let count = 0; count < merchantsOfKind; count += 1) add();
  for (let group = 0; group * 8 < merchantsOfKind; group += 1) {
    const { phone, iban, line } = inventMerchant(dice, 1_000 + group);
    for (let count = 0; count < 8; count += 1) add({ phone, iban });
    for (let count = 0; count < 8; count += 1) add({ line });
  }
  for (let group = 0; group * 3 < merchantsOfKind; group += 1) {
    const { name, email } = inventMerchant(dice, 2_000 + group);
    for (let count = 0; count < 3; count += 1) add({ name, email });
    const { id, iban } = inventMerchant(dice, 3_000 + group);
    for (let count = 0; count < 3; count += 1) add({ id, iban, company: '' });
  }
  return merchants.flatMap((merchant) =>
    Array.from({ length: dice.whole(1, 7) }, () => reportOn(merchant, dice)),
  );
}

function inventMerchant(dice: DemoRandom, number: number): InventedMerchant {
  const word = (): string => dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(SYLLABLES);
  const digits = (count: number): string => Array.from({ length: count }, () => dice.whole(0, 9)).join('');
  const name = `${word()} ${dice.pick(TRADES)}`;
  const host = `${name.toLowerCase().replace(' ', '')}${number}.example`;
  const account = `00000042${digits(10)}`;
  return {
    id: `M${number}`,
    name,
    host,
    email: `billing@${host}`,
    phone: `+4420794600${String(number % 100).padStart(2, '0')}`,
    iban: `DE${String(98 - mod97(`${account}DE00`)).padStart(2, '0')}${account}`,
    cardAcceptorId: digits(12),
    company: digits(8),
    line: `${dice.whole(1, 200)} Mill Street`,
    principal: `${word()} ${word()}`,
  };
}

function reportOn(merchant: InventedMerchant, dice: DemoRandom): DrawnReport {
  const identifiers: IdentifierInput[] = [];
  const give = (share: number, identifier: IdentifierInput): void => {
    if (dice.chance(share)) identifiers.push(identifier);
  };
  give(0.66, { type: 'DOMAIN', value: merchant.host });
  give(0.55, { type: 'EMAIL', value: merchant.email });
  give(0.5, { type: 'PHONE', value: merchant.phone });
  give(0.6, { type: 'IBAN', value: merchant.iban });
  give(0.6, { type: 'CARD_ACCEPTOR_ID', scope: 'BIN:000042', value: merchant.cardAcceptorId });
  if (merchant.company !== '') give(0.35, { type: 'COMPANY_REG_NO', scope: 'DE', value: merchant.company });
  return {
    merchant: merchant.id,
    reporter: dice.whole(0, 11),
    subject: {
      country: 'DE',
      legalName: mistyped(merchant.name, dice),
      identifiers,
      addresses: dice.chance(0.55) ? [{ line: mistyped(merchant.line, dice), postcode: '10115' }] : [],
      principals: dice.chance(0.4) ? [{ name: merchant.principal }] : [],
    },
  };
}

function mistyped(text: string, dice: DemoRandom): string {
  if (!dice.chance(0.2)) return text;
  const place = dice.whole(1, text.length - 2);
  return `${text.slice(0, place)}${text.charAt(place + 1)}${text.charAt(place)}${text.slice(place + 2)}`;
}
