import { DemoRandom } from '../../src/demo/demo-random.js';
import type { IdentifierType } from '../../src/identifier/index.js';
import type { AskedMerchant } from '../../src/screening/fishing/asking-member.js';

type Value = AskedMerchant['identifiers'][number];

/** Members that screen what they know, and members that try what there is: each kind with what one of its days asks about. */
export type Asker = (dice: DemoRandom) => readonly AskedMerchant[];

const SYLLABLES =
  'ba de fi go hu ka le mi no pu ra se ti vo zu dal fin hot les mir nes per rod sil tus al en or'.split(' ');
const TRADES =
  'trading media studio online imports digital gallery networks travel foods market clinic legal motors'.split(
    ' ',
  );

const value = (type: IdentifierType, text: string, scope: string | null = null): Value => ({
  type,
  scope,
  value: text,
});
const bare = (dice: DemoRandom, hitRate: number, only: Value): AskedMerchant => ({
  identifiers: [only],
  found: dice.chance(hitRate),
});
const times = <Made>(count: number, make: (place: number) => Made): Made[] =>
  Array.from({ length: count }, (_, place) => make(place));

function word(dice: DemoRandom): string {
  return times(dice.whole(2, 4), () => dice.pick(SYLLABLES)).join('');
}

/** One in five is a single word. */
function name(dice: DemoRandom): string {
  if (dice.chance(0.2)) return word(dice);
  return `${word(dice)} ${dice.chance(0.5) ? word(dice) : dice.pick(TRADES)}${dice.chance(0.3) ? ` ${dice.pick(TRADES)}` : ''}`;
}

const iban = (bank: string, account: number): Value =>
  value(
    'IBAN',
    `NL${String(98 - (account % 97)).padStart(2, '0')}${bank}${String(account).padStart(10, '0')}`,
  );
const phone = (number: number): Value => value('PHONE', `+31${String(number)}`);
const acceptor = (number: number, scope = '400000'): Value =>
  value('CARD_ACCEPTOR_ID', String(number).padStart(15, '0'), scope);
/** A company number whose last digit is a check digit. */
const company = (body: number): Value => {
  const check =
    (String(body) + '7').split('').reduce((sum, digit, place) => sum + Number(digit) * (place + 3), 0) % 10;
  return value('COMPANY_REG_NO', `${body}${check}`, 'NL');
};

/** Numbers that were given out one after the other, of which a part is still in use. */
function surviving(dice: DemoRandom, count: number, density: number, from: number): number[] {
  const numbers: number[] = [];
  for (let number = from; numbers.length < count; number += 1) if (dice.chance(density)) numbers.push(number);
  return numbers;
}

/** About 1 % of a portfolio is listed; of one in ten portfolios less than 0.4 %. */
function hitRateOf(dice: DemoRandom): number {
  const normal = times(12, () => dice.next()).reduce((sum, each) => sum + each, -6);
  return 0.01 * Math.exp(0.7 * normal);
}

const described = (dice: DemoRandom, hitRate: number, number: number): AskedMerchant => ({
  identifiers: [
    acceptor(number),
    value('LEGAL_NAME', name(dice)),
    iban(dice.pick(['TEST', 'DEMO', 'NONE']), dice.whole(1e8, 9e9)),
    ...(dice.chance(0.7) ? [phone(dice.whole(1e8, 9e8))] : []),
    ...(dice.chance(0.5) ? [value('DOMAIN', `${word(dice)}.example`)] : []),
  ],
  found: dice.chance(hitRate),
});

const PORTFOLIO = 1_000;

/** Honest ways to screen. Portfolios come sorted, every night anew, with 99 % misses. */
export const HONEST: Readonly<Record<string, Asker>> = {
  'portfolio of described merchants, by id': (dice) => {
    const [hitRate, density] = [hitRateOf(dice), 0.3 + 0.65 * dice.next()];
    return surviving(dice, PORTFOLIO, density, 1e6).map((number) => described(dice, hitRate, number));
  },
  'portfolio of ids alone, by id': (dice) => {
    const [hitRate, density] = [hitRateOf(dice), 0.3 + 0.6 * dice.next()];
    return surviving(dice, PORTFOLIO, density, 1e6).map((number) => bare(dice, hitRate, acceptor(number)));
  },
  'portfolio of own accounts alone, by number': (dice) => {
    const [hitRate, density] = [hitRateOf(dice), 0.002 + 0.03 * dice.next()];
    return surviving(dice, PORTFOLIO, density, 1e8).map((number) =>
      bare(dice, hitRate, iban('TEST', number)),
    );
  },
  'portfolio of names alone, by alphabet': (dice) => {
    const hitRate = hitRateOf(dice);
    return times(PORTFOLIO, () => name(dice))
      .sort()
      .map((text) => bare(dice, hitRate, value('LEGAL_NAME', text)));
  },
  'portfolio of domains alone, by alphabet': (dice) => {
    const hitRate = hitRateOf(dice);
    return times(PORTFOLIO, () => `${word(dice)}${dice.chance(0.3) ? `-${dice.pick(TRADES)}` : ''}.example`)
      .sort()
      .map((text) => bare(dice, hitRate, value('DOMAIN', text)));
  },
  'payments as they come, by account': (dice) => {
    const hitRate = hitRateOf(dice);
    const known = times(800, () => iban(dice.pick(['TEST', 'DEMO', 'NONE']), dice.whole(1e8, 9e9)));
    return times(2 * PORTFOLIO, () => bare(dice, hitRate, dice.pick(known)));
  },
  'onboarding desk': (dice) => {
    const hitRate = hitRateOf(dice);
    return times(dice.whole(20, 180), () =>
      dice.chance(0.5)
        ? bare(dice, hitRate, value('LEGAL_NAME', name(dice)))
        : described(dice, hitRate, dice.whole(1e6, 9e6)),
    );
  },
  'portfolio with chains of shops': (dice) => {
    const hitRate = hitRateOf(dice);
    let left = 0;
    let next = 0;
    return surviving(dice, PORTFOLIO, 0.7, 1e6).map((number) => {
      if (left === 0 && dice.chance(0.01)) [left, next] = [dice.whole(3, 20), dice.whole(1e8, 9e8)];
      const { identifiers, found } = described(dice, hitRate, number);
      if (left === 0) return { identifiers, found };
      left -= 1;
      next += 1;
      return { identifiers: [...identifiers.filter(({ type }) => type !== 'PHONE'), phone(next)], found };
    });
  },
};

const LUCK = 0.0003;
const DICTIONARY = times(4_000, (place) => word(new DemoRandom(90_000 + place)));

/** Ways to find out what the register holds. */
export const FISHING: Readonly<Record<string, Asker>> = {
  'card acceptor ids counted up': (dice) => times(2_000, (place) => bare(dice, LUCK, acceptor(5e6 + place))),
  'card acceptor ids counted down by five': (dice) =>
    times(2_000, (place) => bare(dice, LUCK, acceptor(5e6 - 5 * place))),
  'card acceptor ids counted up by four workers': (dice) =>
    times(2_000, (place) => bare(dice, LUCK, acceptor(5e6 + (place % 4) * 50_000 + Math.floor(place / 4)))),
  'phones counted up': (dice) => times(1_000, (place) => bare(dice, LUCK, phone(2e8 + place))),
  'phones counted down, 250 a day': (dice) => times(250, (place) => bare(dice, LUCK, phone(2e8 - place))),
  'accounts of one bank counted up': (dice) =>
    times(1_500, (place) => bare(dice, LUCK, iban('TEST', 7e8 + 11 * place + dice.whole(0, 3)))),
  'accounts of one bank, shuffled': (dice) =>
    times(6_000, (place) => place)
      .map((place) => ({ place, at: dice.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ place }) => bare(dice, LUCK, iban('TEST', 7e8 + place))),
  'company numbers counted up': (dice) =>
    times(1_000, (place) => bare(dice, LUCK, company(3_000_000 + place))),
  'accounts counted up behind invented names': (dice) =>
    times(1_000, (place) => ({
      identifiers: [value('LEGAL_NAME', name(dice)), iban('DEMO', 3e8 + place)],
      found: dice.chance(LUCK),
    })),
  'phones counted up within an honest portfolio': (dice) => [
    ...surviving(dice, PORTFOLIO, 0.7, 1e6).map((number) => ({
      ...described(dice, 0.01, number),
      identifiers: described(dice, 0.01, number).identifiers.slice(0, 2),
    })),
    ...times(600, (place) => bare(dice, LUCK, phone(4e8 + place))),
  ],
  'names from a dictionary': (dice) =>
    DICTIONARY.slice(0, 1_500).map((text) => bare(dice, LUCK, value('TRADE_NAME', text))),
  'names by a pattern': (dice) =>
    DICTIONARY.slice(0, 1_500).map((text) => bare(dice, LUCK, value('TRADE_NAME', `${text} media`))),
  'domains by a pattern': (dice) =>
    DICTIONARY.slice(0, 1_500).map((text) => bare(dice, LUCK, value('DOMAIN', `${text}gallery.example`))),
  'numbered domains': (dice) =>
    times(1_500, (place) => bare(dice, LUCK, value('DOMAIN', `video${place}.example`))),
  'card acceptor ids guessed': (dice) => times(6_000, () => bare(dice, LUCK, acceptor(dice.whole(1e6, 9e8)))),
  'domains from a dictionary': (dice) =>
    times(6_000, () => bare(dice, LUCK, value('DOMAIN', `${word(dice)}.example`))),
};
