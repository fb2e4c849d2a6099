import { normaliseSubject, type NormalisedSubject, type SubjectInput } from '../identifier/index.js';
import { describingKeys, identifierHashes } from './asked-keys.js';

const ACCOUNT = { type: 'IBAN', value: 'GB82WEST12345698765432' } as const;

function normalised(subject: SubjectInput): NormalisedSubject {
  const result = normaliseSubject(subject, { presentYear: 2026 });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

describe('what a subject is looked up by', () => {
  it('is first its numbers and accounts, not how it is described', () => {
    const named = normalised({ legalName: 'Sorvex Imports', identifiers: [ACCOUNT] });
    expect(identifierHashes(named)).toEqual(identifierHashes(normalised({ identifiers: [ACCOUNT] })));
    expect(identifierHashes(named)).toHaveLength(1);
  });

  it('is never what belongs to everyone', () => {
    expect(identifierHashes(normalised({ identifiers: [{ type: 'MCC', value: '5815' }] }))).toEqual([]);
  });

  it('is no description where it gives none', () => {
    const phone = { type: 'PHONE', value: '+1 312 555 0123' } as const;
    expect(describingKeys(normalised({ identifiers: [phone] }))).toEqual([]);
    const named = describingKeys(normalised({ legalName: 'Sorvex', identifiers: [phone] }));
    expect(named.map(({ kind }) => kind)).toEqual(['NAME_WHOLE', 'NAME_WORD', 'PHONE_END']);
  });
});
