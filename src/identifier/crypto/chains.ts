import {
  anyOf,
  base58Address,
  bitcoinCashAddress,
  evmAddress,
  moneroAddress,
  segwitAddress,
  solanaAddress,
  xrpAddress,
  type AddressFormat,
} from './address-formats.js';

/** A chain, or a family of chains on which one address is one holder: the scope of a crypto address. */
export interface Chain {
  readonly id: string;
  /** Other spellings of the scope, in the form that `chainOf` folds to. */
  readonly aliases: readonly string[];
  readonly format: AddressFormat;
  /** What its addresses look like, for the message of a refusal. */
  readonly looks: string;
}

export const CHAINS: readonly Chain[] = [
  {
    id: 'BITCOIN',
    aliases: ['BTC', 'XBT', 'BITCOINMAINNET', 'LIGHTNING'],
    format: anyOf(base58Address([0x00, 0x05]), segwitAddress('bc')),
    looks: 'begins with 1, 3 or bc1',
  },
  {
    id: 'BITCOIN_CASH',
    aliases: ['BCH'],
    format: bitcoinCashAddress,
    looks: 'begins with bitcoincash:, q or p',
  },
  {
    id: 'LITECOIN',
    aliases: ['LTC'],
    format: anyOf(base58Address([0x30, 0x32, 0x05]), segwitAddress('ltc')),
    looks: 'begins with L, M, 3 or ltc1',
  },
  {
    id: 'DOGECOIN',
    aliases: ['DOGE', 'XDG'],
    format: base58Address([0x1e, 0x16]),
    looks: 'begins with D, 9 or A',
  },
  { id: 'DASH', aliases: [], format: base58Address([0x4c, 0x10]), looks: 'begins with X or 7' },
  {
    id: 'ZCASH',
    aliases: ['ZEC'],
    format: base58Address([0x1cb8, 0x1cbd], 2),
    looks: 'begins with t1 or t3 (a transparent address)',
  },
  {
    // One key holds the same address on all of them, so they are one scope.
    id: 'EVM',
    aliases: [
      ...['ETHEREUM', 'ETH', 'ERC20', 'ETHEREUMMAINNET', 'BSC', 'BNB', 'BEP20', 'BNBCHAIN', 'BNBSMARTCHAIN'],
      ...[
        'BINANCESMARTCHAIN',
        'POLYGON',
        'MATIC',
        'POL',
        'ARBITRUM',
        'ARBITRUMONE',
        'OPTIMISM',
        'BASE',
        'AVALANCHE',
      ],
      ...['AVAX', 'FANTOM', 'GNOSIS', 'CELO', 'LINEA', 'ETHEREUMCLASSIC', 'ETC'],
    ],
    format: evmAddress,
    looks: 'is 0x and 40 hexadecimal digits; with both capitals and small letters it must satisfy EIP-55',
  },
  { id: 'TRON', aliases: ['TRX', 'TRC20'], format: base58Address([0x41]), looks: 'begins with T' },
  {
    id: 'MONERO',
    aliases: ['XMR'],
    format: moneroAddress,
    looks: 'has 95 or 106 characters and begins with 4 or 8',
  },
  {
    id: 'SOLANA',
    aliases: ['SOL', 'SPL'],
    format: solanaAddress,
    looks: 'has 32 to 44 characters of base58',
  },
  { id: 'XRP', aliases: ['RIPPLE', 'XRPL', 'XRPLEDGER'], format: xrpAddress, looks: 'begins with r' },
];

const CHAIN_BY_NAME: ReadonlyMap<string, Chain> = new Map(
  CHAINS.flatMap((chain) =>
    [chain.id.replaceAll('_', ''), ...chain.aliases].map((name): [string, Chain] => [name, chain]),
  ),
);

/** The chain that a scope names, however it is spelt: `btc`, `Bitcoin`, `bitcoin-cash`. */
export function chainOf(scope: string): Chain | undefined {
  return CHAIN_BY_NAME.get(scope.toUpperCase().replace(/[\s_().-]/gu, ''));
}

/** Lengths of addresses, outside of which no checksum is computed. */
const ADDRESS_LENGTH_MIN = 25;
const ADDRESS_LENGTH_MAX = 128;

/** The chains on which an address is valid, in order of the list. Solana has no checksum, so it claims none. */
export function chainsAccepting(address: string): readonly Chain[] {
  if (address.length < ADDRESS_LENGTH_MIN || address.length > ADDRESS_LENGTH_MAX) return [];
  return CHAINS.filter((chain) => chain.id !== 'SOLANA' && chain.format(address) !== undefined);
}
