import { assert } from '../../src/common/assert.js';
import type { MerchantId } from '../../src/common/id.js';
import { type IdentifierInput, normaliseIdentifier } from '../../src/identifier/index.js';
import { IDENTIFIERS_PER_REPORT, inventedIdentifiers } from './invented-report.js';
import type { Register } from './seed-register.js';

/** One identifier to look up. */
export interface Asked {
  readonly identifier: IdentifierInput;
  /** The hash of its most telling key, in hex. */
  readonly hash: string;
  /** The merchant that holds it; undefined of one that nobody listed. */
  readonly merchantId: MerchantId | undefined;
}

/**
 * Every identifier of the register, each followed by one that is in no register. One merchant comes after the other, each
 * by another of its identifiers than the one before; so all types are asked for in any short time.
 */
export function askedIdentifiers({ merchantIds }: Pick<Register, 'merchantIds'>): readonly Asked[] {
  const listed = merchantIds.map((merchantId, number) => askedForEach(number, merchantId));
  const unlisted = merchantIds.map((_, number) => askedForEach(merchantIds.length + number, undefined));
  const turns = Array.from({ length: IDENTIFIERS_PER_REPORT }, (_, turn) => turn);
  return turns.flatMap((turn) =>
    merchantIds.flatMap((_, number) => {
      const type = (number + turn) % IDENTIFIERS_PER_REPORT;
      return [listed[number]?.[type], unlisted[number]?.[type]].filter((asked) => asked !== undefined);
    }),
  );
}

/** What can be asked for of the invented merchant of this number. */
function askedForEach(number: number, merchantId: MerchantId | undefined): readonly Asked[] {
  return inventedIdentifiers(number).map((identifier) => {
    const normalised = normaliseIdentifier(identifier, {});
    // The most telling key stands first.
    const key = normalised.ok ? normalised.value.keys[0] : undefined;
    assert(key !== undefined, 'invented identifiers break no rule');
    return { identifier, hash: key.hash, merchantId };
  });
}

/** Goes round a list for ever. */
export function inTurn<Item>(items: readonly Item[]): () => Item {
  let place = 0;
  return () => {
    const item = items[place % items.length];
    place += 1;
    assert(item !== undefined, 'the list is not empty');
    return item;
  };
}
