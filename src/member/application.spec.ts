import { AGREEMENT_VERSION } from './agreement.js';
import { applicationHash, decideApproval, type ApplicationContent } from './application.js';

const content: ApplicationContent = {
  name: 'Harbour Bank',
  kind: 'ACQUIRER',
  country: 'NL',
  region: 'EU',
  agreementVersion: AGREEMENT_VERSION,
  agreementSignedBy: 'M. Visser',
};
const approvalOf = (approvedBy: string, of: ApplicationContent = content) => ({
  approvedBy,
  contentHash: applicationHash(of),
});
const decide = (approvals: ReturnType<typeof approvalOf>[], change: Partial<ApplicationContent> = {}) =>
  decideApproval('APPLIED', { ...content, ...change }, approvals, 'ada');

describe('decideApproval', () => {
  it('needs a second approval', () => {
    expect(decide([])).toEqual({ ok: true, value: 'APPLIED' });
  });

  it('takes the member in with the second', () => {
    expect(decide([approvalOf('ben')])).toEqual({ ok: true, value: 'ACTIVE' });
  });

  it('refuses the second approval by the same person', () => {
    expect(decide([approvalOf('ada')])).toMatchObject({ refusals: [{ code: 'SAME_PERSON' }] });
  });

  it.each(Object.keys(content) as (keyof ApplicationContent)[])(
    'voids approvals given before %s changed',
    (key) => {
      const before = { ...content, [key]: 'something else' };
      expect(decide([approvalOf('ben', before)])).toEqual({ ok: true, value: 'APPLIED' });
      expect(decide([approvalOf('ada', before)])).toEqual({ ok: true, value: 'APPLIED' });
    },
  );

  it.each([null, '2020-1'])('refuses with the agreement %p', (agreementVersion) => {
    expect(decide([approvalOf('ben')], { agreementVersion })).toMatchObject({
      refusals: [{ code: 'AGREEMENT_MISSING' }],
    });
  });

  it.each(['ACTIVE', 'SUSPENDED', 'REJECTED', 'LEFT'] as const)('refuses what is %s', (status) => {
    expect(decideApproval(status, content, [approvalOf('ben')], 'ada')).toMatchObject({
      refusals: [{ code: 'NOT_ALLOWED_IN_STATE' }],
    });
  });

  it('keeps the parts of the content apart', () => {
    const a = applicationHash({ ...content, name: 'Harbour', region: 'Bank' });
    const b = applicationHash({ ...content, name: 'Harbour Bank', region: null });
    expect(a.equals(b)).toBe(false);
  });
});
