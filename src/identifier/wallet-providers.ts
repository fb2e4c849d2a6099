/** A provider of wallets, payment apps or money transfer: the scope of a WALLET_ACCOUNT. */
export interface WalletProvider {
  readonly id: string;
  /** Other spellings, folded as `providerOf` folds. */
  readonly aliases?: readonly string[];
  /** Whether `ABC` and `abc` are one account there. Default: yes. */
  readonly ignoresCase?: boolean;
  /** The sign that people put before a name there and that is no part of it. */
  readonly sigil?: string;
}

const PROVIDERS: readonly WalletProvider[] = [
  { id: 'ADVCASH', aliases: ['VOLET'] },
  { id: 'AIRTEL_MONEY' },
  { id: 'ALIPAY' },
  { id: 'AMAZON_PAY', ignoresCase: false },
  { id: 'APPLE_PAY', aliases: ['APPLEPAYMERCHANT'] },
  { id: 'BINANCE_PAY', aliases: ['BINANCE'] },
  { id: 'BIZUM' },
  { id: 'BKASH' },
  { id: 'BLIK' },
  { id: 'BUY_ME_A_COFFEE' },
  { id: 'CASHAPP', aliases: ['CASH', 'SQUARECASH'], sigil: '$' },
  { id: 'COINBASE', aliases: ['COINBASECOMMERCE'] },
  { id: 'DANA' },
  { id: 'GCASH' },
  { id: 'GOOGLE_PAY', aliases: ['GPAY'], ignoresCase: false },
  { id: 'GOPAY' },
  { id: 'GRABPAY' },
  { id: 'KAKAOPAY' },
  { id: 'KO_FI' },
  { id: 'LINE_PAY' },
  { id: 'LYDIA' },
  { id: 'MERCADO_PAGO' },
  { id: 'MOBILEPAY' },
  { id: 'MONEYGRAM' },
  { id: 'MPESA' },
  { id: 'MTN_MOMO', aliases: ['MOMO', 'MTNMOBILEMONEY'] },
  { id: 'NEQUI' },
  { id: 'NETELLER' },
  { id: 'ORANGE_MONEY' },
  { id: 'PAXUM' },
  { id: 'PAYEER' },
  { id: 'PAYONEER' },
  { id: 'PAYPAL', aliases: ['PAYPALME', 'PP'] },
  { id: 'PAYSAFECARD', aliases: ['PAYSAFE'] },
  { id: 'PAYTM' },
  { id: 'PERFECT_MONEY' },
  { id: 'PHONEPE' },
  { id: 'PIX' },
  { id: 'QIWI' },
  { id: 'REVOLUT', sigil: '@' },
  { id: 'SATISPAY' },
  { id: 'SKRILL', aliases: ['MONEYBOOKERS'] },
  { id: 'STRIPE', ignoresCase: false },
  { id: 'SWISH' },
  { id: 'TWINT' },
  { id: 'UPI' },
  { id: 'VENMO', sigil: '@' },
  { id: 'VIPPS' },
  { id: 'WEBMONEY', aliases: ['WMTRANSFER'] },
  { id: 'WECHAT_PAY', aliases: ['WECHAT', 'WEIXIN', 'WEIXINPAY'] },
  { id: 'WESTERN_UNION', aliases: ['WU'] },
  { id: 'WISE', aliases: ['TRANSFERWISE'], sigil: '@' },
  { id: 'YOOMONEY', aliases: ['YANDEXMONEY', 'YUMONEY'] },
  { id: 'ZELLE' },
];

/** The ids of all providers known, in order of the alphabet. */
export const WALLET_PROVIDER_IDS: readonly string[] = PROVIDERS.map(({ id }) => id);

const PROVIDER_BY_NAME: ReadonlyMap<string, WalletProvider> = new Map(
  PROVIDERS.flatMap((provider) =>
    [provider.id.replaceAll('_', ''), ...(provider.aliases ?? [])].map((name): [string, WalletProvider] => [
      name,
      provider,
    ]),
  ),
);

/** The provider that a scope names, however it is spelt: `PayPal`, `cash app`, `wechat-pay`. */
export function providerOf(scope: string): WalletProvider | undefined {
  return PROVIDER_BY_NAME.get(folded(scope));
}

/** The provider whose name is one slip away from the text: a letter more, less or other. Undefined when none or two. */
export function nearestProvider(scope: string): WalletProvider | undefined {
  const text = folded(scope);
  const near = [...PROVIDER_BY_NAME].filter(([name]) => name.length >= 4 && isOneSlip(text, name));
  const [provider, ...others] = new Set(near.map(([, found]) => found));
  return others.length === 0 ? provider : undefined;
}

function folded(scope: string): string {
  return scope.toUpperCase().replace(/[^A-Z0-9]/gu, '');
}

/** Whether two words differ by at most one character added, dropped or changed, or two neighbours swapped. */
function isOneSlip(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const leftRest = left.slice(start);
  const rightRest = right.slice(start);
  return (
    leftRest.slice(1) === rightRest.slice(1) ||
    leftRest.slice(1) === rightRest ||
    leftRest === rightRest.slice(1) ||
    (leftRest.slice(2) === rightRest.slice(2) && leftRest[0] === rightRest[1] && leftRest[1] === rightRest[0])
  );
}
