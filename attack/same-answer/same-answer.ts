import { DemoRandom } from '../../src/demo/demo-random.js';
import { type Attack, FAILURES_MAX } from '../attack.js';
import { givenRegister } from './given-register.js';
import { CONTROL, PROBES } from './probe.js';
import { type ProbeResult, runProbe } from './run-probe.js';

/** Above it a time tells more than chance does (security.md, "Figures to reach"). */
export const AUC_MAX = 0.55;
/** From so many answers on a time is judged: fewer differ by chance. */
export const TIMED_FROM = 1_000;
/** Probes of each kind by which it is seen that probes tell anything. */
const CONTROL_COUNT = 5;
/** Merchants of each kind. */
const SIZE = 100;

/** Asks about hidden merchants and unknown ones, and looks for what tells them apart. */
export const sameAnswer: Attack = {
  about:
    'Merchants that are hidden, held or reported by others, against unknown ones: body, shape, and time. The count is of probes of each kind on each path.',
  countDefault: 5_000,
  run: async ({ count, seed, tell }) => {
    const register = await givenRegister(SIZE, seed);
    const dice = new DemoRandom(seed);
    const results: ProbeResult[] = [];
    let control: ProbeResult;
    try {
      control = await runProbe(register, CONTROL, { count: CONTROL_COUNT, dice });
      for (const probe of PROBES) {
        const result = await runProbe(register, probe, { count, dice });
        tell(`${result.name}: ${result.answers} answers of each kind, AUC ${result.auc.toFixed(3)}`);
        results.push(result);
      }
    } finally {
      await register.app.close();
    }
    return {
      figures: Object.fromEntries(
        results.map(({ name, auc, different, answers }) => [
          name,
          `${different.length === 0 ? 'same answer' : 'DIFFERENT answers'}, AUC ${auc.toFixed(3)} over 2 x ${answers}`,
        ]),
      ),
      failures: [
        ...(control.different.length === 0 ? [`${control.name}: no probe tells a listed merchant`] : []),
        ...results.flatMap(({ name, different }) =>
          different.map((body) => `${name}: one kind alone is answered ${body}`),
        ),
        ...results
          .filter(({ answers, auc }) => answers >= TIMED_FROM && auc > AUC_MAX)
          .map(({ name, auc }) => `${name}: the time tells them apart, AUC ${auc.toFixed(3)}`),
      ].slice(0, FAILURES_MAX),
    };
  },
};
