import type { AddressForm } from './address-form.js';
import { isStreetWord } from './street-words.js';
import { nameForm, type NameForm } from '../name/name-form.js';

/** Words that join a name and the place it is at. */
const JOINING: ReadonlySet<string> = new Set([
  'IN',
  'AT',
  'AN',
  'AM',
  'IM',
  'DE',
  'DI',
  'EN',
  'ON',
  'OF',
  'A',
]);

/**
 * The name without the words of its own address at either end: `NOMU IMPORTS GDANSK` of Gdansk is `NOMU IMPORTS`. Branches
 * are listed so, and one list names the town where another does not. Undefined where nothing is taken off, or nothing of
 * the name would be left.
 */
export function unplacedForm(form: NameForm, addresses: Iterable<AddressForm>): NameForm | undefined {
  const places = new Set<string>();
  for (const { city, region, street } of addresses) {
    for (const word of city.split(' ')) places.add(word);
    if (region.length > 3) for (const word of region.split(' ')) places.add(word);
    for (const word of street) places.add(word);
  }
  places.delete('');
  if (places.size === 0) return undefined;
  const words = form.text.split(' ');
  const isPlace = (word: string | undefined): boolean => word !== undefined && places.has(word);
  const isBeside = (word: string | undefined): boolean =>
    word !== undefined && (isPlace(word) || JOINING.has(word) || isStreetWord(word));
  let end = words.length;
  while (end > 0 && isBeside(words[end - 1])) end -= 1;
  if (!words.slice(end).some(isPlace)) end = words.length;
  let start = 0;
  while (start < end && isPlace(words[start])) start += 1;
  const core = words.slice(start, end).join(' ');
  if (core === '' || core === form.text) return undefined;
  const [legalForm] = form.forms;
  return nameForm({ value: core, parts: { core, ...(legalForm === undefined ? {} : { legalForm }) } });
}
