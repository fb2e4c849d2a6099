import { Dice } from './dice.js';
import { inventedMerchant, misspelt } from './invented-merchant.js';

/** Of new reports, one in so many is about a merchant of the register: by an identifier, or by its misspelt name alone. */
const KNOWN_EVERY = 4;

/** The input of a new report: half of the known merchants are told by an account, half by name and address. */
export function newReport(place: number, merchants: number): object {
  const dice = new Dice(place + 13);
  const isKnown = place % KNOWN_EVERY === 0;
  const number = isKnown ? dice.below(merchants) : 2 * merchants + place;
  const { legalName, country, addresses, identifiers } = inventedMerchant(number);
  const byName = isKnown && place % (2 * KNOWN_EVERY) === 0;
  const others = inventedMerchant(3 * merchants + place).identifiers;
  return {
    clientReference: `scale-new-${place}`,
    report: {
      reason: 'CSAM_SALE',
      basis: 'CYBERTIPLINE_REFERRAL',
      externalReference: `SCALE-NEW-${place}`,
      paymentMethods: ['CARD'],
      handling: { tlp: 'AMBER' },
      legalName: misspelt(legalName, number),
      country,
      addresses,
      identifiers: byName ? others : identifiers,
    },
  };
}
