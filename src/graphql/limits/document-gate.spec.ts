import { DocumentGate } from './document-gate.js';
import { DOCUMENT_LIMITS } from './limits.js';

describe('the document gate', () => {
  it('gives a text that is different for each operation of one document', () => {
    const gate = new DocumentGate();
    const query = 'query A { a } query B { b }';
    expect(gate.admit(query, undefined)).toEqual({ text: query });
    expect(gate.admit(query, 'A')).toEqual({ text: `${query}\n#"A"` });
    expect(gate.admit(query, 'B')).toEqual({ text: `${query}\n#"B"` });
  });

  it('keeps an operation name from ending the comment it stands in', () => {
    expect(new DocumentGate().admit('{ a }', 'A\n{ b }\r')).toEqual({ text: '{ a }\n#"A\\n{ b }\\r"' });
  });

  it('says by how much a document is too large', () => {
    const gate = new DocumentGate({ ...DOCUMENT_LIMITS, depthMax: 2, tokensMax: 10 });
    expect(gate.admit('{ a { b { c } } }', undefined)).toEqual({
      error: expect.objectContaining({
        code: 'TOO_COMPLEX',
        message:
          'The query has 3 levels of fields; the most is 2. Ask for less, or split it into several requests.',
      }) as object,
    });
    expect(gate.admit('{ a a a a a a a a a a }', undefined)).toEqual({
      error: expect.objectContaining({
        code: 'TOO_COMPLEX',
        message:
          'The query has more than 10 tokens; the most is 10. Ask for less, or split it into several requests.',
      }) as object,
    });
  });
});
