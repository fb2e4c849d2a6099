import { toGlobalId } from '../../common/id.js';
import { toUserErrors } from '../../graphql/index.js';
import type { RegisteredRange } from './service-range.js';
import type { RegisterServiceRangePayload, ServiceRangeType } from './service-range.types.js';
import type { ServiceRangeResult } from './service-ranges.service.js';

export function toServiceRange({
  id,
  memberId,
  kind,
  value,
  registeredAt,
}: RegisteredRange): ServiceRangeType {
  return {
    id: toGlobalId('serviceRange', id),
    memberId: toGlobalId('member', memberId),
    kind,
    value,
    registeredAt,
  };
}

/** The answer of a mutation. */
export function toServiceRangePayload(result: ServiceRangeResult): RegisterServiceRangePayload {
  return result.ok
    ? { serviceRange: toServiceRange(result.value), userErrors: [] }
    : { serviceRange: null, userErrors: toUserErrors(result.refusals) };
}
