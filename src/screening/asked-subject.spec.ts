import { normaliseSubject } from '../identifier/index.js';
import { askedSubject } from './asked-subject.js';

it('keeps of a question its normal forms, and not what was typed', () => {
  const subject = normaliseSubject(
    {
      country: 'GB',
      identifiers: [{ type: 'DOMAIN', value: 'https://shop.dravenko.example/secret/path?buyer=7' }],
    },
    { presentYear: 2026 },
  );
  if (!subject.ok) throw new Error(JSON.stringify(subject.refusals));
  expect(askedSubject(subject.value)).toEqual({
    country: 'GB',
    identifiers: [
      { field: 'identifiers.0.value', type: 'DOMAIN', scope: null, value: 'shop.dravenko.example' },
    ],
  });
});
