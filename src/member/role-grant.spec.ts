import { gainedCoalitionRoles, refuseClosedGrant } from './role-grant.js';

describe('a change of roles', () => {
  it.each([
    { held: [], wanted: ['COALITION_ANALYST'], gained: ['COALITION_ANALYST'] },
    { held: ['SUBMITTER'], wanted: ['SUBMITTER', 'LIAISON', 'AUDITOR'], gained: ['LIAISON', 'AUDITOR'] },
    { held: ['AUDITOR'], wanted: ['COALITION_ADMIN'], gained: ['COALITION_ADMIN'] },
    { held: ['AUDITOR'], wanted: ['AUDITOR', 'SCREENER'], gained: [] },
    { held: ['AUDITOR', 'LIAISON'], wanted: ['LIAISON'], gained: [] },
    { held: ['SCREENER'], wanted: ['SUBMITTER', 'MEMBER_ADMIN'], gained: [] },
  ] as const)('from $held to $wanted gives $gained of the coalition', ({ held, wanted, gained }) => {
    expect(gainedCoalitionRoles(held, wanted)).toEqual(gained);
  });
});

describe('a grant of roles', () => {
  it('is decided while it is open, and not again', () => {
    expect(refuseClosedGrant('OPEN')).toBeUndefined();
    expect(refuseClosedGrant('GRANTED')).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    expect(refuseClosedGrant('WITHDRAWN')).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
  });
});
