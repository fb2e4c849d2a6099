import { type MerchantId, newId } from '../common/id.js';
import { normaliseIdentifier } from '../identifier/index.js';
import { IBANS } from '../../test/support/listed-report.js';
import { type UnifiableView, unifyViews } from './unify-views.js';

function aView(
  merchantId: MerchantId,
  accounts: readonly string[],
  { validFrom = '2026-06-01T00:00:00.000Z', shared = false } = {},
): UnifiableView {
  const indicators = accounts.map((value) => {
    const result = normaliseIdentifier({ type: 'IBAN', value });
    if (!result.ok) throw new Error(value);
    const { type, keys, exclusiveWithin } = result.value;
    return { id: newId('indicator'), type, exclusiveWithin, keys: keys.map((key) => ({ ...key, shared })) };
  });
  return { merchantId, merchantViewId: newId('merchant'), validFrom, indicators };
}

describe('the views of a merchant in several scopes', () => {
  const merchant = newId('merchant');
  const [one, two] = [IBANS[0], IBANS[1]];

  it('are one to a reader that sees what ties them together, called by the one listed first', () => {
    const later = aView(merchant, [one]);
    const earlier = aView(merchant, [one, two], { validFrom: '2026-05-04T00:00:00.000Z' });
    const wanted = new Map([
      [later.merchantViewId, earlier.merchantViewId],
      [earlier.merchantViewId, earlier.merchantViewId],
    ]);
    expect(unifyViews([later, earlier])).toEqual(wanted);
    expect(unifyViews([earlier, later])).toEqual(wanted);
  });

  it('are tied together by way of a third that the reader sees', () => {
    const views = [aView(merchant, [one]), aView(merchant, [two]), aView(merchant, [one, two])];
    expect(new Set(unifyViews(views).values()).size).toBe(1);
    expect(new Set(unifyViews(views.slice(0, 2)).values()).size).toBe(2);
  });

  it('stay apart where resolution keeps the merchants apart, or the value is shared', () => {
    const other = newId('merchant');
    expect(new Set(unifyViews([aView(merchant, [one]), aView(other, [one])]).values()).size).toBe(2);
    const sharing = [aView(merchant, [one], { shared: true }), aView(merchant, [one], { shared: true })];
    expect(new Set(unifyViews(sharing).values()).size).toBe(2);
  });
});
