import { independentMembers, listedFor } from '../expectation.js';
import { screened } from '../reading.js';
import { activeMembers } from '../world.js';
import { holds, type Step } from './step.js';

/** A member screens a seller, and is told what it may see, as a lead. */
export const screen: Step = {
  name: 'screen',
  weight: 8,
  take: async (world) => {
    const { dice, sellers, app } = world;
    if (sellers.length === 0) return 'nothing to do';
    const member = dice.pick(activeMembers(world));
    const seller = dice.pick(sellers);
    const [answer] = await screened(world, member, [seller]);
    const listed = listedFor(member, seller, app.clock.now());
    holds(
      '3: a screening finds what the member may see, and nothing else',
      answer?.outcome === (listed.length > 0 ? 'MATCHES' : 'CLEAR'),
      () =>
        `expected ${listed.length} reports of seller ${seller.number} for ${member.name}, seen ${JSON.stringify(answer)}`,
    );
    for (const match of answer.matches) {
      holds(
        '1: a match is a lead: it says by what it matched, and what would rule it out',
        match.ruleOut.length > 0 && match.evidence.length > 0,
        () => JSON.stringify(match),
      );
      holds(
        '2 and 4: a number of sources is told from three independent ones on, besides the reader',
        match.sources === 'UNDER_THREE' || independentMembers(listed) > 3,
        () => `expected few of ${independentMembers(listed)}, seen ${JSON.stringify(match)}`,
      );
    }
    return 'taken';
  },
};

/** Somebody asks for what is shared without saying what for. */
export const readWithoutPurpose: Step = {
  name: 'read without a purpose',
  weight: 1,
  take: async (world) => {
    const member = world.dice.pick(activeMembers(world));
    for (const [name, of] of [
      ['indicators', 'nodes { id }'],
      ['indicatorChanges', 'nodes { indicatorId }'],
      ['notices', 'nodes { id }'],
    ] as const) {
      const codes = await member.caller.errorCodes(`{ ${name}(first: 1) { ${of} } }`);
      holds(
        '10: who does not say what for reads nothing of what is shared',
        codes.length > 0 && codes.every((code) => code === 'GRAPHQL_VALIDATION_FAILED'),
        () => `expected a refusal of ${name}, seen ${codes.join(', ')}`,
      );
    }
    return 'taken';
  },
};
