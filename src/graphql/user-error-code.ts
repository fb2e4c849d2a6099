import { registerEnumType } from '@nestjs/graphql';

/**
 * Every reason for which a mutation refuses its input, in order of precedence: where several hold, the first is named
 * first. The gate comes before all (a card number is refused as such, whatever the field), then the form of single
 * values, then rules between values, then the state of the register.
 */
export const USER_ERROR_CODES = {
  CONTROL_CHARACTER: 'The text has control, bidirectional or zero-width characters.',
  UNPAIRED_SURROGATE: 'The text has half of a surrogate pair, which is no character.',
  CARD_NUMBER: 'The text has a card number, which must not be sent to Cordon in any field.',
  ENCODED_CONTENT:
    'The text has encoded content (an image, a file, a data URI), which must not be sent to Cordon.',
  REQUIRED: 'A value is needed here.',
  TOO_LONG: 'The value is longer than the field takes.',
  INVALID_LENGTH: 'The value has not the length that its kind has.',
  INVALID_CHARACTERS: 'The value has characters that its kind does not have.',
  INVALID_FORMAT: 'The value is not written as its kind is.',
  INVALID_CHECK_DIGITS: 'The check digits do not fit: most likely a digit or letter was mistyped.',
  SCOPE_REQUIRED: 'The value means nothing without its scope: the acquirer, chain, provider or country.',
  UNKNOWN_SCOPE: 'The scope is none that is known for this kind of identifier.',
  UNKNOWN_COUNTRY: 'The country is none of ISO 3166-1.',
  UNKNOWN_CODE: 'The code is not in its code list.',
  UNKNOWN_REASON: 'The reason is none of the reasons of this operation.',
  NOT_PLAUSIBLE: 'The value is well-formed but cannot be: a number nobody issues, a date nobody was born on.',
  PUBLIC_SUFFIX: 'The domain is a suffix under which anyone may register, so it belongs to nobody.',
  INVALID_DATE: 'The date is not in the calendar, or not in the range that is taken here.',
  DATE_ORDER: 'The end lies before the beginning.',
  HANDLING_CONFLICT:
    'The parts of the handling do not go together: RED names members, the others a group or nobody.',
  ACTION_CONFLICT: 'The parts of the action do not go together.',
  TOO_MANY: 'The list is longer than is taken here.',
  DUPLICATE: 'The same entry stands in the list twice.',
  NO_IDENTIFIER: 'At least one identifier is needed that can be matched.',
  WEAK_IDENTIFIER: 'The value does not say by itself which merchant is meant.',
  TERM_TOO_LONG: 'The term is longer than may be given.',
  WEAK_PASSWORD: 'The password is too short, or one of those that are tried first.',
  WRONG_CODE: 'The one-time code is not that of the secret.',
  INVALID_URL: 'The address is none that Cordon fetches from.',
  INVALID_KEY: 'The key is none that a client may prove itself by.',
  INVALID_PROVIDER: 'The identity provider is none that people can sign in by.',
  UNKNOWN_SHARING_GROUP: 'There is no such sharing group, or your member is not in it.',
  UNKNOWN_MEMBER: 'There is no such member.',
  NOT_FOUND: 'There is no such object, or you may not see it.',
  DISPOSITION_REQUIRED: 'The action needs your own assessment of the lead first.',
  DISPOSITION_CONFLICT: 'Your own present assessment of the lead says otherwise.',
  ROLE_NOT_GRANTABLE: 'The role is not yours to give or take.',
  SCOPE_NOT_GRANTABLE: 'The scope is not yours to give to a client.',
  SAME_PERSON: 'This needs a second person: you have done the first part yourself.',
  NOT_A_HOTLINE: 'Only a member that is a hotline does this.',
  OWN_MEMBER: 'This is not done to your own member: another member has to.',
  AGREEMENT_MISSING: 'The agreement in force has not been signed.',
  JUDGED_DIFFERENT:
    'An analyst decided that they are different merchants: that decision, which the message names, is undone first.',
  ALREADY_DECIDED: 'An analyst decided it before: that decision, which the message names, is undone first.',
  ALREADY_UNDONE: 'The decision was undone before.',
  REPLACED_BY_LATER: 'A later decision, which the message names, took its place: that one is undone first.',
  NOT_ALLOWED_IN_STATE: 'The object is in a state in which this is not done.',
  NOT_CORRECTED: 'The report was not corrected: that is done first.',
  TERM_OVER: 'The time in which this is done is over.',
  ALREADY_DISPUTED: 'You have an open dispute of the same listing.',
  CLIENT_REFERENCE_CONFLICT: 'The reference was used before, for other content.',
  IDENTITY_TAKEN: 'The account at the identity provider, or the user, is linked already.',
  EMAIL_TAKEN: 'A user with this e-mail address exists already.',
  NAME_TAKEN: 'The name is in use already.',
  RANGE_TAKEN: 'Another member serves the range, or a part of it.',
  OTHER: 'Another rule, which the message names.',
} as const satisfies Readonly<Record<string, string>>;

export type UserErrorCode = keyof typeof USER_ERROR_CODES;

const codes = Object.keys(USER_ERROR_CODES) as readonly UserErrorCode[];

/** The place of each code in the order of precedence, 0 first. */
export const USER_ERROR_PRECEDENCE: ReadonlyMap<UserErrorCode, number> = new Map(
  codes.map((code, index) => [code, index]),
);

export const UserErrorCodeEnum = Object.fromEntries(codes.map((code) => [code, code])) as Readonly<
  Record<UserErrorCode, UserErrorCode>
>;

registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'The rule that an input broke.',
  valuesMap: Object.fromEntries(codes.map((code) => [code, { description: USER_ERROR_CODES[code] }])),
});
