import type { MemberId, ServiceRangeId } from '../../common/id.js';
import type { ServiceRangeKind } from '../../identifier/index.js';

/** Ranges that one member may have registered at a time. */
export const SERVICE_RANGES_MAX = 1_000;
/** Characters of what a member writes as a range, before it is brought into normal form. */
export const SERVICE_RANGE_LENGTH_MAX = 100;

/** What a member serves: merchants whose accounts lie in it are its to act on. */
export interface RegisteredRange {
  readonly id: ServiceRangeId;
  readonly memberId: MemberId;
  readonly kind: ServiceRangeKind;
  /** In normal form (identifier/service-range.ts). */
  readonly value: string;
  readonly registeredAt: Date;
}

/** Written when a range is registered: what was listed before may lie in it. */
export const SERVICE_RANGE_REGISTERED = 'service-range.registered';

export interface ServiceRangeRegistered {
  readonly serviceRangeId: ServiceRangeId;
}
