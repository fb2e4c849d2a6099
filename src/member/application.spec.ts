import { AGREEMENT_VERSION } from './agreement.js';
import { refuseApplication } from './application.js';

const signed = { agreementVersion: AGREEMENT_VERSION };

describe('an application', () => {
  it('can be approved once the agreement in force is signed', () => {
    expect(refuseApplication('APPLIED', signed)).toBeUndefined();
  });

  it.each([null, '2020-1'])('cannot be approved with the agreement %p', (agreementVersion) => {
    expect(refuseApplication('APPLIED', { agreementVersion })).toMatchObject({ code: 'AGREEMENT_MISSING' });
  });

  it.each(['ACTIVE', 'SUSPENDED', 'REJECTED', 'LEFT'] as const)(
    'cannot be approved when it is %s',
    (status) => {
      expect(refuseApplication(status, signed)).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    },
  );
});
