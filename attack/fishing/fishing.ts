import { DemoRandom } from '../../src/demo/demo-random.js';
import { AskingMember } from '../../src/screening/fishing/asking-member.js';
import { assessFishing } from '../../src/screening/fishing/assess-fishing.js';
import {
  addFeatures,
  type FishingFeatures,
  NO_FEATURES,
} from '../../src/screening/fishing/fishing-features.js';
import { type Attack, FAILURES_MAX } from '../attack.js';
import { type Asker, FISHING, HONEST } from './simulated-askers.js';

/** Nights that a simulated honest member screens; from the fourth on it has a past of its own. */
const NIGHTS = 4;
/** Of each kind of member so many in a hundred must be told right, and of all together. */
const KIND_RIGHT_MIN = 0.75;
const ALL_RIGHT_MIN = 0.98;
/** What the rest of the coalition has found in its portfolios meanwhile. */
const OTHERS: FishingFeatures = { ...NO_FEATURES, asked: 1_000_000, missed: 990_000 };

/** Simulated members, honest ones and ones that fish: which of them raise the alarm. */
export const fishing: Attack = {
  about:
    'Members that screen honestly and members that harvest, simulated: who raises the fishing alarm. The count is of members of each kind.',
  countDefault: 100,
  run: ({ count, seed, tell }) => {
    const failures: string[] = [];
    const figures: Record<string, number | string> = {};
    const groups = [
      { group: 'honest', askers: HONEST, nights: NIGHTS, isRight: (alarms: number) => alarms === 0 },
      { group: 'fishing', askers: FISHING, nights: 1, isRight: (alarms: number) => alarms > 0 },
    ];
    for (const { group, askers, nights, isRight } of groups) {
      let right = 0;
      for (const [kind, asker] of Object.entries(askers)) {
        const told = Array.from({ length: count }, (_, number) =>
          isRight(alarmsOf(asker, seedOf(seed, kind, number), nights)),
        ).filter(Boolean).length;
        right += told;
        figures[`${group}: ${kind}`] = `${told} of ${count}`;
        tell(`${group}, ${kind}: ${told} of ${count} told right`);
        if (told < KIND_RIGHT_MIN * count)
          failures.push(`Only ${told} of ${count} are told right: ${group}, ${kind}.`);
      }
      const all = count * Object.keys(askers).length;
      figures[`${group}, all`] = `${right} of ${all}`;
      if (right < ALL_RIGHT_MIN * all)
        failures.push(`Only ${right} of ${all} ${group} members are told right.`);
    }
    return Promise.resolve({ figures, failures: failures.slice(0, FAILURES_MAX) });
  },
};

/** On how many nights a member raises the alarm. The same portfolio every night; a night with an alarm is no past. */
function alarmsOf(asker: Asker, seed: number, nights: number): number {
  const member = new AskingMember();
  let alarms = 0;
  let [own, ownDays] = [NO_FEATURES, 0];
  for (let night = 0; night < nights; night += 1) {
    for (const asked of asker(new DemoRandom(seed))) member.observe(asked);
    const day = member.take();
    if (assessFishing(day, { own, ownDays, others: OTHERS }).length > 0) {
      alarms += 1;
      continue;
    }
    own = addFeatures(own, day);
    ownDays += 1;
  }
  return alarms;
}

function seedOf(seed: number, kind: string, number: number): number {
  return Buffer.from(`${kind} ${number}`).reduce(
    (mix, byte) => (Math.imul(mix, 31) + byte) >>> 0,
    seed >>> 0,
  );
}
