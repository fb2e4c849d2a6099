import { type IdentifierInput, normaliseIdentifier } from '../../identifier/index.js';
import { CandidateIndex, type Retrievable } from './candidate-index.js';
import { CANDIDATES_MAX, KEY_HOLDERS_MAX } from './retrieval-key.js';

function described(...inputs: readonly IdentifierInput[]): Retrievable {
  const identifiers = inputs.map((input) => {
    const result = normaliseIdentifier(input, { presentYear: 2026 });
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
    return result.value;
  });
  return { identifiers, keys: identifiers.flatMap(({ keys }) => keys.map(({ hash }) => hash)) };
}

const named = (value: string): Retrievable => described({ type: 'LEGAL_NAME', value });

describe('candidates', () => {
  it('are those that share the rarest values, the likeliest first', () => {
    const index = new CandidateIndex();
    for (let place = 0; place < 20; place += 1)
      index.add(named(`Trading Zoval${'abcdefghijklmnopqrst'.charAt(place)}`));
    const wanted = index.add(named('Quorvex Trading'));
    expect(index.candidates(named('Quorvexx Trading'))[0]).toBe(wanted);
  });

  it('hold an identifier, though nothing else is alike', () => {
    const index = new CandidateIndex();
    const wanted = index.add(described({ type: 'IBAN', value: 'GB82WEST12345698765432' }));
    const asked = described(
      { type: 'LEGAL_NAME', value: 'Quorvex' },
      { type: 'IBAN', value: 'GB82WEST12345698765432' },
    );
    expect(index.candidates(asked)).toEqual([wanted]);
  });

  it('are none by a value that too many hold, and never more than there may be', () => {
    const index = new CandidateIndex();
    const city = { city: 'Fennowick', country: 'NL' };
    for (let place = 0; place <= KEY_HOLDERS_MAX; place += 1) index.add(named('Trading'));
    for (let place = 0; place < KEY_HOLDERS_MAX; place += 1)
      index.add(described({ type: 'ADDRESS', value: `${place} Quarrel Lane`, parts: city }));
    expect(index.candidates(named('Trading'))).toEqual([]);
    const asked = described({ type: 'ADDRESS', value: '999 Quarrel Lane', parts: city });
    expect(index.candidates(asked)).toHaveLength(CANDIDATES_MAX);
  });
});
