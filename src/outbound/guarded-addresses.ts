import type { HostResolver, ResolvedAddress } from './host-resolver.js';
import { OutboundError } from './outbound-error.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Addresses of one name that are tried at most. */
const ADDRESSES_MAX = 16;

/** Which addresses a request may go to: of public hosts, or for an address of this machine (a setting) of it alone. */
export type AddressRule = (address: string) => boolean;

export function addressRule(toLoopback: boolean): AddressRule {
  return toLoopback ? isLoopbackAddress : isPublicAddress;
}

/**
 * The addresses of a host, all of which keep the rule. One that does not spoils the name: whoever mixes an inner
 * address among public ones wants it to be taken on some later try.
 *
 * They are asked for once, and the connection goes to exactly these: a name that leads elsewhere a moment later (DNS
 * rebinding) finds nobody who asks again.
 *
 * @throws OutboundError UNREACHABLE, ADDRESS_REFUSED
 */
export async function guardedAddresses(
  host: string,
  resolver: HostResolver,
  isAllowed: AddressRule,
): Promise<readonly ResolvedAddress[]> {
  let addresses: readonly ResolvedAddress[];
  try {
    addresses = await resolver.resolve(host);
  } catch (error) {
    throw new OutboundError('UNREACHABLE', `The name ${host} cannot be looked up.`, { cause: error });
  }
  if (addresses.length === 0) throw new OutboundError('UNREACHABLE', `The name ${host} has no address.`);
  if (!addresses.every(({ address }) => isAllowed(address))) {
    throw new OutboundError(
      'ADDRESS_REFUSED',
      `The name ${host} leads to an address that nothing is sent to.`,
    );
  }
  return addresses.slice(0, ADDRESSES_MAX);
}
