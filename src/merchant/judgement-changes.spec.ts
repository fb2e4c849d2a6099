import type { JudgementId, ReportId } from '../common/id.js';
import { type EngineDecision, judgementChanges } from './judgement-changes.js';

const decision = (a: string, b: string, verdict: EngineDecision['verdict'] = 'SAME'): EngineDecision => ({
  a: a as ReportId,
  b: b as ReportId,
  verdict,
  evidence: { rule: 'TEST' },
});
const judgement = (id: string, made: EngineDecision) => ({ id: id as JudgementId, ...made });

describe('judgementChanges', () => {
  it('lets a judgement stand while its verdict does, whichever report is named first', () => {
    expect(judgementChanges([judgement('j', decision('r1', 'r2'))], [decision('r2', 'r1')])).toEqual({
      withdrawn: [],
      made: [],
    });
  });

  it('withdraws what is not decided any more and makes what is decided anew', () => {
    const open = [judgement('old', decision('r1', 'r2'))];

    expect(judgementChanges(open, [decision('r3', 'r1')])).toEqual({
      withdrawn: ['old'],
      made: [decision('r1', 'r3')],
    });
  });

  it('takes another verdict about the same pair for another judgement', () => {
    const open = [judgement('same', decision('r1', 'r2'))];

    expect(judgementChanges(open, [decision('r1', 'r2', 'UNSURE')])).toEqual({
      withdrawn: ['same'],
      made: [decision('r1', 'r2', 'UNSURE')],
    });
  });
});
