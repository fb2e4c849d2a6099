import { FIELD_EVIDENCE, type FieldEvidence } from '../matching/index.js';
import { explainField } from './explain-field.js';

describe('the explanation of a field', () => {
  it.each(FIELD_EVIDENCE.filter((evidence) => evidence !== 'NONE'))(
    'of evidence %s is a sentence',
    (evidence: FieldEvidence) => {
      expect(explainField('CARD_ACCEPTOR_ID', evidence, false)).toMatch(/^Your card acceptor id [^.]+\.$/);
    },
  );

  it('says that a value is shared, and says nothing where nothing agrees', () => {
    expect(explainField('PHONE', 'NORMALISED', true)).toMatch(/Several merchants share it/);
    expect(explainField('PHONE', 'NONE', false)).toBeNull();
  });
});
