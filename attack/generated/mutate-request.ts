import fc from 'fast-check';
import { anything } from './nasty-values.js';

/** What mutations put into a document. */
const SHARDS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '"""',
  '...',
  '@',
  '$',
  ':',
  '!',
  '#',
  '\n',
  ' ',
  '0',
  '-',
  'on',
  'null',
  'fragment F on Query',
  '__schema',
  '\ufeff',
  'é',
  '…',
];

/** A document with one to three pieces cut out, doubled, or put in. */
export function mutateText(text: string): fc.Arbitrary<string> {
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    kind: fc.constantFrom('cut', 'double', 'insert', 'replace'),
    shard: fc.constantFrom(...SHARDS),
  });
  return fc.array(mutation, { minLength: 1, maxLength: 3 }).map((mutations) =>
    mutations.reduce((current, { at, length, kind, shard }) => {
      const start = Math.floor(at * current.length);
      const piece = current.slice(start, start + length);
      const put = { cut: '', double: piece + piece, insert: shard + piece, replace: shard }[kind];
      return `${current.slice(0, start)}${put}${current.slice(start + length)}`;
    }, text),
  );
}

/** Variables of which one value, somewhere inside, is another. */
export function mutateValues(values: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), anything).map(([at, put]) => {
    const places = placesOf(values);
    const place = places[Math.floor(at * places.length)];
    return place === undefined ? values : replaced(values, place, put);
  });
}

type Place = readonly string[];

function placesOf(value: unknown, path: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => [
    [...path, key],
    ...placesOf(child, [...path, key]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: Place, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((child: unknown, index) => (String(index) === key ? replaced(child, rest, put) : child));
  }
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replaced(object[key], rest, put) };
}
