import type { Refusal, Result } from '../common/refusal.js';

import { normaliseAcquirerBin } from './acquirer-bin.js';
import { normaliseAddress } from './address.js';
import { normaliseBankAccountUs } from './bank-account-us.js';
import { normaliseBankAccount } from './bank-account.js';
import { normaliseCardAcceptorId } from './card-acceptor-id.js';
import { normaliseCompanyRegNo } from './company-reg-no.js';
import { normaliseCryptoAddress } from './crypto-address.js';
import { normaliseDescriptor } from './descriptor.js';
import { normaliseDomain } from './domain.js';
import { normaliseDriverLicence } from './driver-licence.js';
import { normaliseEmail } from './email.js';
import { checkCharacters, checkText, type TextRules } from './gate.js';
import { normaliseIban } from './iban.js';
import { normaliseIca } from './ica.js';
import type {
  IdentifierInput,
  IdentifierRefusalCode,
  IdentifierType,
  Normalise,
  NormalisedIdentifier,
  NormaliseOptions,
} from './identifier.js';
import { normaliseIpAddress } from './ip-address.js';
import { normaliseLegalName } from './legal-name.js';
import { normaliseLei } from './lei.js';
import { normaliseMcc } from './mcc.js';
import { normaliseNationalId } from './national-id.js';
import { normalisePassport } from './passport.js';
import { normalisePayfacSubmerchantId } from './payfac-submerchant-id.js';
import { normalisePerson } from './person.js';
import { normalisePhone } from './phone.js';
import { refuse } from './refuse.js';
import { normaliseTaxId } from './tax-id.js';
import { normaliseTerminalId } from './terminal-id.js';
import { normaliseTradeName } from './trade-name.js';
import { normaliseWalletAccount } from './wallet-account.js';

/** How a type is read: its normaliser, and which part of the gate stands in front of its value. */
interface TypeRules {
  readonly normalise: Normalise;
  /** TEXT: the whole gate. FORMAT: characters and length alone, for the type's own check does the rest. */
  readonly gate: 'TEXT' | 'FORMAT';
  /** The most characters of the value as typed. */
  readonly lengthMax: number;
}

function format(normalise: Normalise, lengthMax = 200): TypeRules {
  return { normalise, gate: 'FORMAT', lengthMax };
}

function text(normalise: Normalise, lengthMax = 200): TypeRules {
  return { normalise, gate: 'TEXT', lengthMax };
}

/** A web address may come whole; its path is dropped unread, so what is in it is no reason to refuse the host. */
const URL_LENGTH_MAX = 2048;

const RULES: Readonly<Record<IdentifierType, TypeRules>> = {
  CARD_ACCEPTOR_ID: format(normaliseCardAcceptorId),
  TERMINAL_ID: format(normaliseTerminalId),
  PAYFAC_SUBMERCHANT_ID: format(normalisePayfacSubmerchantId),
  ACQUIRER_BIN: format(normaliseAcquirerBin),
  ICA: format(normaliseIca),
  MCC: format(normaliseMcc),
  DESCRIPTOR: text(normaliseDescriptor),
  IBAN: format(normaliseIban),
  BANK_ACCOUNT_US: format(normaliseBankAccountUs),
  BANK_ACCOUNT: format(normaliseBankAccount),
  CRYPTO_ADDRESS: format(normaliseCryptoAddress),
  WALLET_ACCOUNT: format(normaliseWalletAccount),
  TAX_ID: format(normaliseTaxId),
  COMPANY_REG_NO: format(normaliseCompanyRegNo),
  LEI: format(normaliseLei),
  DOMAIN: format(normaliseDomain, URL_LENGTH_MAX),
  EMAIL: format(normaliseEmail, 400),
  PHONE: format(normalisePhone),
  LEGAL_NAME: text(normaliseLegalName),
  TRADE_NAME: text(normaliseTradeName),
  PERSON: text(normalisePerson),
  NATIONAL_ID: format(normaliseNationalId),
  PASSPORT: format(normalisePassport),
  DRIVER_LICENCE: format(normaliseDriverLicence),
  ADDRESS: text(normaliseAddress, 300),
  IP_ADDRESS: format(normaliseIpAddress),
};

const SCOPE_RULES: TextRules = { lengthMax: 100 };
const PART_RULES: TextRules = { lengthMax: 100 };

/**
 * Brings an identifier into its normal form, or says every rule of the gate, else the first rule of its type, that it
 * breaks (identifiers.md). Pure and total: any string gets an answer.
 *
 * Normalising the normal form (with its scope and parts) gives the same value, keys and strength. Space around a value
 * and line breaks in it are taken for space.
 */
export function normaliseIdentifier(
  input: IdentifierInput,
  options: NormaliseOptions = {},
): Result<NormalisedIdentifier, IdentifierRefusalCode> {
  const refusals = checkInput(input);
  if (refusals.length > 0) return { ok: false, refusals };
  // An address may be a city alone; everything else is its value.
  if (input.value.trim() === '' && input.type !== 'ADDRESS')
    return refuse('REQUIRED', 'The value is empty: give one, or leave the identifier out.');
  return RULES[input.type].normalise(input, options);
}

function checkInput(input: IdentifierInput): readonly Refusal<IdentifierRefusalCode>[] {
  const { gate, lengthMax } = RULES[input.type];
  const check = gate === 'TEXT' ? checkText : checkCharacters;
  return [
    ...check(input.value, ['value'], { lengthMax, multiline: true }),
    ...(input.scope === undefined ? [] : checkText(input.scope, ['scope'], SCOPE_RULES)),
    ...Object.entries(input.parts ?? {}).flatMap(([name, part]) =>
      typeof part === 'string' ? checkText(part, ['parts', name], PART_RULES) : [],
    ),
  ];
}
