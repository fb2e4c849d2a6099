import { assert } from '../common/assert.js';
import { type MerchantStatus, merchantStatusAfter, type MerchantVerb } from './merchant-status.js';

/** A merchant as it is kept: where it stands, and whether a hold covers it. */
export interface MerchantState {
  readonly status: MerchantStatus;
  readonly held: boolean;
}

/** How a merchant should stand by its reports, disputes and holds. */
export interface MerchantStanding {
  /** Something of it is to be listed, were it not for a hold. */
  readonly listed: boolean;
  readonly disputed: boolean;
  readonly held: boolean;
  /** As what it ends where nothing is to be listed: a ruling stands against it, its life is over, or neither. */
  readonly ending: 'DELIST' | 'EXPIRE' | 'UNLIST';
}

/** One step of a merchant's history. A hold that comes or goes leaves the status as it is. */
export interface MerchantStep {
  readonly verb: MerchantVerb | 'HOLD' | 'RELEASE';
  readonly from: MerchantStatus;
  readonly to: MerchantStatus;
}

/**
 * The steps by which a merchant comes to stand as it should: none where it does. A held merchant is not listed anew (product.md,
 * Life cycles: "an accepted report, no hold"); what ends or is challenged meanwhile does so under the hold.
 *
 * Afterwards it is LISTED or DISPUTED if something of it is listed, unless a hold covers it. Pure.
 */
export function merchantSteps(state: MerchantState, standing: MerchantStanding): readonly MerchantStep[] {
  const steps: MerchantStep[] = [];
  let { status } = state;
  const take = (verb: MerchantVerb): void => {
    const to = merchantStatusAfter(status, verb);
    assert(to !== undefined, `a merchant that is ${status} takes the step ${verb}`);
    steps.push({ verb, from: status, to });
    status = to;
  };
  if (state.held !== standing.held)
    steps.push({ verb: standing.held ? 'HOLD' : 'RELEASE', from: status, to: status });
  if (standing.listed) {
    if (!isListedStatus(status) && !standing.held) take(status === 'UNLISTED' ? 'LIST' : 'RETURN');
    if (status === 'LISTED' && standing.disputed) take('DISPUTE');
    if (status === 'DISPUTED' && !standing.disputed) take('SETTLE');
  } else if (isListedStatus(status)) {
    if (status === 'LISTED' && standing.ending === 'DELIST') take('DISPUTE');
    take(standing.ending);
  }
  return steps;
}

/** How a merchant is kept after these steps. */
export function stateAfter(state: MerchantState, steps: readonly MerchantStep[]): MerchantState {
  return steps.reduce<MerchantState>(
    ({ held }, { verb, to }) => ({ status: to, held: verb === 'HOLD' || (held && verb !== 'RELEASE') }),
    state,
  );
}

/** Whether something of the merchant is listed, or would be without the hold that covers it. */
function isListedStatus(status: MerchantStatus): boolean {
  return status === 'LISTED' || status === 'DISPUTED';
}
