import { parse } from 'tldts';

/** A text of whose web addresses only the hosts are left, and how many addresses lost something. */
export interface RedactedText {
  readonly text: string;
  readonly dropped: number;
}

const DOT = String.raw`(?:\.|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|。)`;
const HOST = String.raw`(?:[\p{L}\p{N}\p{M}_-]+(?:${DOT}[\p{L}\p{N}\p{M}_-]+)*${DOT}?|\[[0-9a-f:.]+\])`;
const SCHEME = String.raw`[a-z][a-z0-9+.-]{1,20}(?::|\[:\])(?://|\[//\]|\\\\)`;
/** With a scheme it is an address whatever the host; without one, only with something after a host that can exist. */
const URL_WITH_SCHEME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${SCHEME}(?:[^\s/?#@]*@)?(${HOST})(:\d{1,5})?([/?#\\][^\s<>"]*)?`,
  'giu',
);
const URL_WITHOUT_SCHEME = new RegExp(
  String.raw`(?<![\p{L}\p{N}@./_-])((?:[\p{L}\p{N}_-]+${DOT})+[\p{L}\p{N}-]{1,63})(:\d{1,5})?([/?#\\][^\s<>"]*)`,
  'giu',
);
const SENTENCE_END = /[.,;:!?)\]}'’”»]+$/u;

/** Top-level names kept for examples and for private use: no list of public suffixes has them. */
const RESERVED_TOP_LEVEL = new Set(['example', 'test', 'invalid', 'localhost', 'local', 'internal', 'onion']);

/**
 * Keeps the host of every web address in a free text and drops scheme, user, port, path, query and fragment unread
 * (product.md, rule 13). Run it before `checkText`, so that what is dropped is not also a reason to refuse. Defanged
 * addresses (`hxxps://shop[.]example/…`) are treated alike.
 */
export function redactUrls(text: string): RedactedText {
  let dropped = 0;
  const keepHost = (host: string, rest: string): string => {
    const end = SENTENCE_END.exec(rest)?.[0] ?? '';
    if (rest.slice(0, rest.length - end.length).length > 1) dropped += 1;
    return host + end;
  };
  const withoutSchemes = text.replace(
    URL_WITH_SCHEME,
    (_match, host: string, _port: string | undefined, rest: string | undefined) => keepHost(host, rest ?? ''),
  );
  const redacted = withoutSchemes.replace(
    URL_WITHOUT_SCHEME,
    (match, host: string, _port: string | undefined, rest: string) =>
      canBeHost(host) ? keepHost(host, rest) : match,
  );
  return { text: redacted, dropped };
}

/** Whether a name ends as a host does: `e.g./i.e.` and `Sp. z o.o./GmbH` do not. */
function canBeHost(name: string): boolean {
  const host = name.replace(new RegExp(DOT, 'giu'), '.').toLowerCase();
  const { isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  const top = host.slice(host.lastIndexOf('.') + 1);
  return (
    isIcann === true || isPrivate === true || RESERVED_TOP_LEVEL.has(top) || /^\d+(?:\.\d+){3}$/u.test(host)
  );
}
