/** Characters of a masked number that stay readable, and the length from which that many may. */
const TAIL_LENGTH = 4;
const TAIL_SHOWN_FROM_LENGTH = 8;

/** An account, personal or tax number as it may be shown: the last four characters, none of a short one. */
export function maskNumber(value: string): string {
  return value.length >= TAIL_SHOWN_FROM_LENGTH ? `•••• ${value.slice(-TAIL_LENGTH)}` : '••••';
}

/** A long public address (of a crypto wallet) as it may be shown: enough of both ends to recognise one's own. */
export function maskMiddle(value: string): string {
  return value.length > 16 ? `${value.slice(0, 6)}…${value.slice(-TAIL_LENGTH)}` : maskNumber(value);
}

/** A host or an IP address so written that nothing makes a link of it: `shop[.]example`. */
export function defang(host: string): string {
  return host.replaceAll('.', '[.]').replaceAll('::', '[::]');
}
