import { describedEnum } from '../../graphql/index.js';
import type { ReportBasis } from '../../config/index.js';
import type { IdentifierType, Strength } from '../../identifier/index.js';
import type { Tlp } from '../handling.js';
import type { MerchantAction, PaymentMethod, ReportReason } from '../reason.js';
import type { ReportStatus } from '../report-status.js';

export const ReportReasonEnum = describedEnum<ReportReason>(
  'ReportReason',
  'The primary reason of a report.',
  {
    CSAM_LIVESTREAM: 'Pay-per-view live abuse.',
    CSAM_SALE: 'Sells or subscribes access to CSAM.',
    CHILD_TRAFFICKING_PAYMENT: 'Payment for exploitation in person.',
    AI_GENERATED_CSAM_SALE: 'Sells synthetic material.',
    CSAM_PAYMENT_FRONT: 'Front or transaction laundering for such a sale.',
    FACILITATOR_COLLUSION: 'A processor or agent that knowingly serves sellers.',
    CSAM_LINK_REWARD: 'Link, affiliate or file-host reward scheme.',
    SEXTORTION_COLLECTION: 'Account that collects extortion from minors.',
    CSAM_ADVERTISING: 'Offer without a confirmed sale.',
    MERCHANT_IDENTITY_MISUSED: 'The named firm is a victim of impersonation: a marker, never a hit.',
  },
);

export const ReportBasisEnum = describedEnum<ReportBasis>('ReportBasis', 'On what a report rests.', {
  CYBERTIPLINE_REFERRAL: 'A referral of a CyberTipline report; give its number as external reference.',
  HOTLINE_REFERRAL: 'A referral by a hotline.',
  LAW_ENFORCEMENT_REFERRAL: 'A referral by law enforcement.',
  CARD_NETWORK_NOTICE: 'A notice of a card network.',
  TEST_TRANSACTION: 'A test transaction of the member.',
  INTERNAL_MONITORING: "The member's own monitoring.",
  MEMBER_TIP: 'A tip that reached the member.',
});

export const PaymentMethodEnum = describedEnum<PaymentMethod>('PaymentMethod', 'How the seller was paid.', {
  CARD: 'Credit or debit card.',
  ACH: 'ACH transfer in the United States.',
  SEPA: 'SEPA credit transfer or direct debit.',
  WIRE: 'Wire transfer.',
  INSTANT: 'Instant account-to-account payment.',
  DIGITAL_WALLET: 'Digital wallet.',
  P2P_APP: 'Person-to-person payment application.',
  MONEY_TRANSFER: 'Money transfer operator.',
  PREPAID_CARD: 'Prepaid card.',
  GIFT_CARD: 'Gift card.',
  CRYPTO: 'Virtual asset.',
  CARRIER_BILLING: 'Billed by the telephone company.',
  CASH_VOUCHER: 'Voucher bought with cash.',
  OTHER: 'Another way.',
});

export const MerchantActionEnum = describedEnum<MerchantAction>(
  'MerchantAction',
  'What a member did about a merchant.',
  {
    TERMINATED: 'Ended the relation.',
    SUSPENDED: 'Suspended the account.',
    RESTRICTED: 'Restricted what the account may do.',
    DECLINED: 'Declined to take the merchant on.',
    MONITORING_AT_LAW_ENFORCEMENT_REQUEST: 'Keeps the account open and watches it, as law enforcement asked.',
    ALREADY_CLOSED: 'The account was closed already.',
    NOT_OUR_MERCHANT: 'The merchant is not served by the member.',
    FORWARDED: 'Forwarded to the member that serves the merchant.',
    UNABLE_TO_TRACE: 'The account could not be found.',
    TEST_TRANSACTION_BLOCKED: 'A test transaction was blocked.',
    NO_ACTION_FALSE_POSITIVE: 'Nothing: the match was wrong.',
  },
);

export const TlpEnum = describedEnum<Tlp>('Tlp', 'Traffic Light Protocol 2.0, as the coalition uses it.', {
  GREEN: "The group's members (none: the coalition), who may tell peers outside.",
  AMBER: "The group's members (none: the coalition), who may tell those of their own clients that must act.",
  AMBER_STRICT: "The group's members (none: the coalition), no further.",
  RED: "Only the members named; none named: the reporter and the coalition's analysts.",
});

export const ReportStatusEnum = describedEnum<ReportStatus>('ReportStatus', 'Where a report stands.', {
  SUBMITTED: 'Taken, and waiting for triage.',
  ACCEPTED: 'Accepted: it may list its merchant.',
  NEEDS_INFO: 'The analyst asked a question: a correction answers it.',
  REJECTED: 'Rejected in triage.',
  WITHDRAWN: 'Taken back by its reporter.',
});

export const IdentifierTypeEnum = describedEnum<IdentifierType>(
  'IdentifierType',
  'The type of an identifier.',
  {
    CARD_ACCEPTOR_ID:
      'Card acceptor ID (ISO 8583 DE42, merchant ID); scope its acquirer: `BIN:066907`, `ICA:1234` or `MEMBER:name`.',
    TERMINAL_ID: 'Terminal ID (DE41), 8 characters; scope its acquirer.',
    PAYFAC_SUBMERCHANT_ID: "A payment facilitator's ID of a sub-merchant; scope the facilitator.",
    ACQUIRER_BIN: 'Acquiring institution by BIN.',
    ICA: 'Acquiring institution by ICA number.',
    MCC: 'Merchant category code (ISO 18245).',
    DESCRIPTOR: 'Descriptor on statements (DE43).',
    IBAN: 'IBAN (ISO 13616).',
    BANK_ACCOUNT_US: 'United States account; scope its routing number.',
    BANK_ACCOUNT: 'Other bank account; scope its BIC or national clearing code.',
    CRYPTO_ADDRESS: 'Address of a virtual asset; scope its chain, e.g. `BITCOIN`.',
    WALLET_ACCOUNT: 'Account at a digital wallet; scope its provider, e.g. `PAYPAL`.',
    TAX_ID: 'Tax number; scope its country.',
    COMPANY_REG_NO: 'Company registration number; scope its country.',
    LEI: 'Legal entity identifier (ISO 17442).',
    DOMAIN: 'Host name; of a URL only the host is kept.',
    EMAIL: 'E-mail address.',
    PHONE: 'Telephone number; scope its country when written without one.',
    LEGAL_NAME: 'Legal name.',
    TRADE_NAME: 'Trading name.',
    PERSON: 'Principal.',
    NATIONAL_ID: 'National identity number of a principal; scope its country.',
    PASSPORT: 'Passport number of a principal; scope its country.',
    DRIVER_LICENCE: 'Driving licence number of a principal; scope its country.',
    ADDRESS: 'Postal address.',
    IP_ADDRESS: 'IP address.',
  },
);

export const StrengthEnum = describedEnum<Strength>(
  'Strength',
  'What a match on an identifier alone may do.',
  {
    UNIQUE: 'Belongs to one merchant by its nature: alone it makes a match.',
    STRONG: 'Nearly so: alone it makes a match, unless unrelated merchants share the value.',
    WEAK: 'Supports others: alone it is at most a possible match.',
    CONTEXT: 'Never counts alone.',
    FUZZY: 'Compared by degree: alone it is at most a possible match.',
  },
);
