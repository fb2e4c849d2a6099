import { screens } from '../../test/support/register.js';
import { listedFor } from '../expectation.js';
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
    const [answer] = await screens(member.caller, { identifiers: [{ type: 'IBAN', value: seller.account }] });
    const listed = listedFor(member, seller, app.clock.now()).length > 0;
    holds(
      'a screening finds what the member may see, and nothing else',
      answer?.outcome === (listed ? 'MATCHES' : 'CLEAR'),
      () => `${member.name} of seller ${seller.number}: ${JSON.stringify(answer)}`,
    );
    for (const match of answer.matches) {
      holds('a match is a lead: it says what would rule it out', match.ruleOut.length > 0, () =>
        JSON.stringify(match),
      );
    }
    return 'taken';
  },
};
