import { newId } from '../common/id.js';
import type { MerchantAction } from '../report/index.js';
import type { ActionDraft } from './action.js';
import { checkAction, checkClientReference, checkReason } from './check-action.js';
import { NETWORK_CODES } from './network-listing.js';

const TODAY = '2026-03-01';

function drafted(values: Partial<ActionDraft> = {}): ActionDraft {
  return { kind: 'TERMINATED', effectiveOn: TODAY, ...values };
}

/** Every refusal of an action, in order: code and field. */
function refusalsOf(values: Partial<ActionDraft>): readonly string[] {
  const checked = checkAction(drafted(values), TODAY);
  return checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
}

const LISTING = { list: 'MATCH', code: '13', listedOn: TODAY } as const;
const MEMBER = newId('member');

describe('an action', () => {
  it.each<[string, Partial<ActionDraft>, readonly string[]]>([
    ['of today', {}, []],
    ['of tomorrow', { effectiveOn: '2026-03-02' }, ['INVALID_DATE effectiveOn']],
    ['of the first day that is taken', { effectiveOn: '2000-01-01' }, []],
    ['from before', { effectiveOn: '1999-12-31' }, ['INVALID_DATE effectiveOn']],
    ['with no account closed', { accountsClosed: 0 }, []],
    ['with the most accounts closed', { accountsClosed: 100_000 }, []],
    ['with more', { accountsClosed: 100_001 }, ['NOT_PLAUSIBLE accountsClosed']],
    ['with fewer than none', { accountsClosed: -1 }, ['NOT_PLAUSIBLE accountsClosed']],
    ['listed', { networkListing: LISTING }, []],
    [
      'listed under no code of the list',
      { networkListing: { ...LISTING, code: '23' } },
      ['UNKNOWN_CODE networkListing.code'],
    ],
    ["listed under the other list's", { networkListing: { ...LISTING, list: 'VMSS', code: '23' } }, []],
    [
      'listed tomorrow',
      { networkListing: { ...LISTING, listedOn: '2026-03-02' } },
      ['INVALID_DATE networkListing.listedOn'],
    ],
    ['forwarded', { kind: 'FORWARDED', forwardedTo: MEMBER }, []],
    ['forwarded to nobody', { kind: 'FORWARDED' }, ['REQUIRED forwardedToMemberId']],
    ['ended and forwarded', { forwardedTo: MEMBER }, ['ACTION_CONFLICT forwardedToMemberId']],
    ['with a card number', { note: '4111 1111 1111 1111' }, ['CARD_NUMBER note']],
    ['with a long note', { note: 'x '.repeat(501) }, ['TOO_LONG note']],
    [
      'wrong in everything',
      {
        kind: 'DECLINED',
        effectiveOn: '2026-03-02',
        accountsClosed: -1,
        networkListing: { list: 'VMSS', code: '03', listedOn: '1999-01-01' },
        forwardedTo: MEMBER,
        note: 'data:image/png;base64,iVBORw0KGgo=',
      },
      [
        'INVALID_DATE effectiveOn',
        'ACTION_CONFLICT accountsClosed',
        'ACTION_CONFLICT networkListing',
        'ACTION_CONFLICT forwardedToMemberId',
        'NOT_PLAUSIBLE accountsClosed',
        'UNKNOWN_CODE networkListing.code',
        'INVALID_DATE networkListing.listedOn',
        'ENCODED_CONTENT note',
      ],
    ],
  ])('%s', (_, values, expected) => {
    expect(refusalsOf(values)).toEqual(expected);
  });

  it.each<MerchantAction>(['TERMINATED', 'ALREADY_CLOSED'])('%s counts accounts and listings', (kind) => {
    expect(refusalsOf({ kind, accountsClosed: 1, networkListing: LISTING })).toEqual([]);
  });

  it.each<MerchantAction>([
    'SUSPENDED',
    'RESTRICTED',
    'DECLINED',
    'MONITORING_AT_LAW_ENFORCEMENT_REQUEST',
    'NOT_OUR_MERCHANT',
    'UNABLE_TO_TRACE',
    'TEST_TRANSACTION_BLOCKED',
    'NO_ACTION_FALSE_POSITIVE',
  ])('%s counts neither', (kind) => {
    expect(refusalsOf({ kind, accountsClosed: 1, networkListing: LISTING })).toEqual([
      'ACTION_CONFLICT accountsClosed',
      'ACTION_CONFLICT networkListing',
    ]);
  });

  it('keeps of an address in its note the host alone, and says so', () => {
    const checked = checkAction(drafted({ note: ' See https://shop.example/album/7 ' }), TODAY);
    expect(checked).toMatchObject({
      ok: true,
      value: { content: { note: 'See shop.example' }, urlPathDropped: true },
    });
  });

  it('takes an empty note for none', () => {
    expect(checkAction(drafted({ note: ' \n' }), TODAY)).toMatchObject({
      value: { content: { note: null } },
    });
  });
});

describe('what goes with an action', () => {
  it('is a reference of its own', () => {
    expect(checkClientReference(' ').map(({ code }) => code)).toEqual(['REQUIRED']);
    expect(checkClientReference('x'.repeat(101)).map(({ code }) => code)).toEqual(['TOO_LONG']);
    expect(checkClientReference('C-17')).toEqual([]);
  });

  it('is a reason where it is withdrawn', () => {
    expect(checkReason('').map(({ code }) => code)).toEqual(['REQUIRED']);
    expect(checkReason('Another merchant.')).toEqual([]);
  });
});

describe("the card networks' codes", () => {
  it('are those of product.md', () => {
    expect(NETWORK_CODES).toEqual({
      MATCH: ['03', '10', '11', '13', '14'],
      VMSS: ['10', '11', '13', '23', '34'],
    });
  });
});
