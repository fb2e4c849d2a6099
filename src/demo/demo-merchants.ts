import type { IdentifierInput, SubjectInput } from '../identifier/index.js';
import {
  inventCardAcceptor,
  inventCompanyNumber,
  inventCryptoAddress,
  inventIban,
  inventLei,
  inventPhone,
  inventUsAccount,
} from './demo-numbers.js';
import { type DemoRandom, newEachTime } from './demo-random.js';
import {
  DEMO_COUNTRIES,
  inventAddress,
  inventPersonName,
  inventTrade,
  inventWord,
  legalFormOf,
} from './demo-words.js';

/** An invented seller, with everything that anybody could know of it. A report names some of it. */
export type DemoMerchant = Required<Omit<SubjectInput, 'country' | 'legalName'>> & {
  readonly legalName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Its web site first: what most reports name. */
  readonly identifiers: readonly [IdentifierInput, ...IdentifierInput[]];
};

/** Sellers by seed: the same ones in every run, no two of which have a name, a host, a telephone or an account in common. */
export function inventMerchants(random: DemoRandom, count: number): readonly DemoMerchant[] {
  const newWord = newEachTime(() => inventWord(random));
  const newPhone = new Map(
    DEMO_COUNTRIES.map(
      (country) => [country, newEachTime(() => inventPhone(random, country) ?? '')] as const,
    ),
  );
  return Array.from({ length: count }, () => {
    const country = random.pick(DEMO_COUNTRIES);
    const hasPhone = inventPhone(random, country) !== undefined && random.chance(0.6);
    return inventMerchant(random, {
      word: newWord(),
      country,
      phone: hasPhone ? newPhone.get(country)?.() : undefined,
    });
  });
}

function inventMerchant(
  random: DemoRandom,
  {
    word,
    country,
    phone,
  }: { readonly word: string; readonly country: string; readonly phone: string | undefined },
): DemoMerchant {
  const trade = inventTrade(random);
  const host = `${word}-${trade}.example`.toLowerCase();
  return {
    legalName: `${word} ${trade} ${legalFormOf(country)}`,
    tradeNames: [`${word} ${inventTrade(random)}`],
    descriptors: [`${random.chance(0.2) ? 'TILL*' : ''}${word} ${trade}`.toUpperCase()],
    addresses: [inventAddress(random, country)],
    principals: [{ name: inventPersonName(random), birthYear: random.whole(1955, 2000), country }],
    country,
    identifiers: [
      { type: 'DOMAIN', value: host },
      ...(random.chance(0.8) ? [accountOf(random, country)] : []),
      ...(random.chance(0.7) ? [{ type: 'CARD_ACCEPTOR_ID' as const, ...inventCardAcceptor(random) }] : []),
      ...(random.chance(0.5) ? [{ type: 'EMAIL' as const, value: `${trade.toLowerCase()}@${host}` }] : []),
      ...(phone === undefined ? [] : [{ type: 'PHONE' as const, value: phone }]),
      ...companyNumberOf(random, country),
      ...(random.chance(0.1) ? [{ type: 'LEI' as const, value: inventLei(random) }] : []),
      ...(random.chance(0.3) ? [cryptoOf(random)] : []),
      ...(random.chance(0.25)
        ? [{ type: 'WALLET_ACCOUNT' as const, scope: 'PAYPAL', value: `pay@${host}` }]
        : []),
    ],
  };
}

/** Where the merchant is paid out: an IBAN, an account in the US, else an address on a chain. */
function accountOf(random: DemoRandom, country: string): IdentifierInput {
  const iban = inventIban(random, country);
  if (iban !== undefined) return { type: 'IBAN', value: iban };
  return country === 'US' ? { type: 'BANK_ACCOUNT_US', ...inventUsAccount(random) } : cryptoOf(random);
}

function companyNumberOf(random: DemoRandom, country: string): IdentifierInput[] {
  const number = random.chance(0.45) ? inventCompanyNumber(random, country) : undefined;
  return number === undefined ? [] : [{ type: 'COMPANY_REG_NO', ...number }];
}

function cryptoOf(random: DemoRandom): IdentifierInput {
  const chain = random.pick(['BITCOIN', 'EVM', 'TRON', 'LITECOIN'] as const);
  return { type: 'CRYPTO_ADDRESS', scope: chain, value: inventCryptoAddress(random, chain) };
}

/** What one reporter knows of a merchant: nearly always its web site or account, and some of the rest. */
export function describePart(random: DemoRandom, merchant: DemoMerchant): SubjectInput {
  const { identifiers, country } = merchant;
  const [website, ...others] = identifiers;
  const known = random.some(others, random.whole(1, 4));
  return {
    country,
    ...(random.chance(0.85) && { legalName: merchant.legalName }),
    ...(random.chance(0.4) && { tradeNames: merchant.tradeNames }),
    ...(random.chance(0.5) && { descriptors: merchant.descriptors }),
    ...(random.chance(0.35) && { addresses: merchant.addresses }),
    ...(random.chance(0.25) && { principals: merchant.principals }),
    identifiers: random.chance(0.8) || known.length === 0 ? [website, ...known] : known,
  };
}
