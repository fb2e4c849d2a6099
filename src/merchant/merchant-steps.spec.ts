import { MERCHANT_STATUSES, type MerchantStatus } from './merchant-status.js';
import { type MerchantStanding, type MerchantState, merchantSteps, stateAfter } from './merchant-steps.js';

const FREE: MerchantStanding = { listed: true, disputed: false, held: false, ending: 'UNLIST' };
const DISPUTED: MerchantStanding = { ...FREE, disputed: true };
const GONE: MerchantStanding = { ...FREE, listed: false };
const ENDINGS = ['DELIST', 'EXPIRE', 'UNLIST'] as const;

const at = (status: MerchantStatus, held = false): MerchantState => ({ status, held });

/** From where, how it should stand, and the verbs. */
const ROWS: readonly (readonly [string, MerchantState, MerchantStanding, readonly string[]])[] = [
  ['is listed by its first report', at('UNLISTED'), FREE, ['LIST']],
  ['is listed as disputed', at('UNLISTED'), DISPUTED, ['LIST', 'DISPUTE']],
  ['stays as it is', at('LISTED'), FREE, []],
  ['is challenged', at('LISTED'), DISPUTED, ['DISPUTE']],
  ['is challenged no more', at('DISPUTED'), FREE, ['SETTLE']],
  ['is ruled out', at('DISPUTED'), { ...GONE, ending: 'DELIST' }, ['DELIST']],
  ['is ruled out at once', at('LISTED'), { ...GONE, ending: 'DELIST' }, ['DISPUTE', 'DELIST']],
  ['is withdrawn', at('LISTED'), GONE, ['UNLIST']],
  ['is withdrawn while disputed', at('DISPUTED'), GONE, ['UNLIST']],
  ['comes to its end', at('LISTED'), { ...GONE, ending: 'EXPIRE' }, ['EXPIRE']],
  ['comes to its end while disputed', at('DISPUTED'), { ...GONE, ending: 'EXPIRE' }, ['EXPIRE']],
  ['returns after a ruling', at('DELISTED'), FREE, ['RETURN']],
  ['returns after its end', at('EXPIRED'), DISPUTED, ['RETURN', 'DISPUTE']],
  ['is held before it is listed', at('UNLISTED'), { ...FREE, held: true }, ['HOLD']],
  ['is not listed while held', at('UNLISTED', true), { ...FREE, held: true }, []],
  ['is held, and stays listed below', at('LISTED'), { ...FREE, held: true }, ['HOLD']],
  ['is challenged while held', at('LISTED', true), { ...DISPUTED, held: true }, ['DISPUTE']],
  ['ends while held', at('LISTED', true), { ...GONE, held: true, ending: 'EXPIRE' }, ['EXPIRE']],
  ['does not return while held', at('EXPIRED', true), { ...FREE, held: true }, []],
  ['is listed when the hold is lifted', at('UNLISTED', true), FREE, ['RELEASE', 'LIST']],
  ['is as it was when the hold is lifted', at('LISTED', true), FREE, ['RELEASE']],
];

describe('a merchant', () => {
  it.each(ROWS)('%s', (_title, state, standing, verbs) => {
    expect(merchantSteps(state, standing).map(({ verb }) => verb)).toEqual(verbs);
  });

  it.each(ENDINGS)('that is over stays so whatever becomes of its reports: %s', (ending) => {
    for (const status of ['UNLISTED', 'DELISTED', 'EXPIRED'] as const)
      expect(merchantSteps(at(status), { ...GONE, ending })).toEqual([]);
  });

  it('ends up as it should stand, from wherever it stood, and stays there', () => {
    for (const status of MERCHANT_STATUSES)
      for (const wasHeld of [false, true])
        for (const listed of [false, true])
          for (const disputed of [false, true])
            for (const held of [false, true])
              for (const ending of ENDINGS) {
                const standing = { listed, disputed: listed && disputed, held, ending };
                const before = at(status, wasHeld);
                const after = stateAfter(before, merchantSteps(before, standing));
                const shows = after.status === 'LISTED' || after.status === 'DISPUTED';
                expect(after.held).toBe(held);
                if (!held) expect(shows).toBe(listed);
                if (shows) expect(after.status === 'DISPUTED').toBe(standing.disputed);
                expect(merchantSteps(after, standing)).toEqual([]);
              }
  });
});
