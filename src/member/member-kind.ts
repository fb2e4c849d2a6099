/** What kind of organisation a member is (product.md, "The words"). */
export const MEMBER_KINDS = {
  CARD_NETWORK: 'A card network.',
  ACQUIRER: 'A bank that takes card payments on behalf of merchants.',
  ISSUER: 'A bank that issues cards or holds the accounts of payers.',
  PAYMENT_PROCESSOR: 'A company that processes payments for acquirers or merchants.',
  PAYMENT_FACILITATOR: 'A company that takes merchants on under its own account at an acquirer.',
  DIGITAL_WALLET: 'A provider of digital wallets.',
  MONEY_TRANSFER: 'A money transfer company.',
  VIRTUAL_ASSET_PROVIDER: 'An exchange, custodian or other provider of virtual assets.',
  CLEARINGHOUSE: "The coalition's own organisation, or one that clears reports for it.",
  HOTLINE: 'A hotline that takes reports of abuse material from the public.',
  LAW_ENFORCEMENT_LIAISON: "Law enforcement's liaison to the coalition.",
} as const;

export type MemberKind = keyof typeof MEMBER_KINDS;
