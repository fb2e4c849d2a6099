import type { Aim } from './aim.js';
import { canaryDigits } from './canary-values.js';

/** News for members, what they are to act on, and what they serve. */
export const NOTICE_AIMS: readonly Aim[] = [
  { path: 'alert(id)', operation: 'alert', at: 'alert', variables: ({ id }) => ({ id }) },
  { path: 'alerts()', operation: 'alerts', lists: true, variables: () => ({}) },
  { path: 'escalatedAlerts()', operation: 'escalatedAlerts', variables: () => ({}) },
  {
    path: 'acknowledgeAlert(input.alertId)',
    operation: 'acknowledgeAlert',
    at: 'alert',
    variables: ({ id }) => ({ input: { alertId: id } }),
  },
  { path: 'notice(id)', operation: 'notice', at: 'notice', variables: ({ id }) => ({ id }) },
  { path: 'notices()', operation: 'notices', lists: true, variables: () => ({}) },
  { path: 'serviceRanges()', operation: 'serviceRanges', lists: true, variables: () => ({}) },
  {
    path: 'serviceRanges(memberId)',
    operation: 'serviceRanges',
    at: 'member',
    variables: ({ id }) => ({ memberId: id }),
  },
  {
    path: 'registerServiceRange()',
    operation: 'registerServiceRange',
    variables: (_, { fresh }) => ({
      input: { kind: 'ACQUIRER', value: `ICA:1${canaryDigits(fresh, 9)}` },
    }),
  },
  {
    path: 'removeServiceRange(input.serviceRangeId)',
    operation: 'removeServiceRange',
    at: 'serviceRange',
    variables: ({ id }) => ({ input: { serviceRangeId: id } }),
  },
  {
    path: 'setHotlineTelephone()',
    operation: 'setHotlineTelephone',
    variables: () => ({ input: { telephone: '+31207940800' } }),
  },
];
