import type { Tx } from '../../src/database/index.js';
import { IndicatorStore } from '../../src/indicator/indicator-store.js';
import { ViewStore } from '../../src/indicator/view-store.js';
import type { ListedMerchant } from './listed-merchant.js';

/** Writes the indicators, their keys and the views of merchants, by the statements of the projector. */
export async function insertListings(tx: Tx, listed: readonly ListedMerchant[]): Promise<void> {
  const views = new ViewStore();
  await new IndicatorStore().insert(
    tx,
    listed.flatMap(({ indicators }) => indicators),
  );
  await views.replace(
    tx,
    [],
    [],
    listed.map(({ view }) => view),
  );
  await views.saveMemberships(
    tx,
    listed.map(({ report: { ownMerchantId, handlingScopeId } }) => ({
      ownMerchantId,
      handlingScopeId,
      merchantViewId: ownMerchantId,
    })),
  );
}
