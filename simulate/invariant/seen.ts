import { screens } from '../../test/support/register.js';
import { listedFor } from '../expectation.js';
import { noteReceived } from '../reading.js';
import { givenSeller } from '../seller.js';
import { holds } from '../step/step.js';
import type { SimulatedMember } from '../world.js';
import type { MemberInvariant } from './invariant.js';

/** A seller that nobody reported, to hold the answers for hidden ones against. */
const UNKNOWN_SELLER = 2_000_000;

/**
 * From the outside, by one member's own credentials: what it finds is what its handlings, groups and holds leave it, and
 * what is hidden from it is answered as what does not exist.
 */
export const SEEN_BY_HANDLING: MemberInvariant = {
  rule: '3, 5 and 8: who may see a seller finds it, and nobody else can tell it from an unknown one',
  check: async (world, member) => {
    const { sellers, app } = world;
    if (sellers.length === 0) return;
    const subjects = [...sellers, givenSeller(UNKNOWN_SELLER)];
    const answers = await screens(
      member.caller,
      ...subjects.map(({ account }) => ({ identifiers: [{ type: 'IBAN', value: account }] })),
    );
    const unknown = JSON.stringify(answers.at(-1));
    const now = app.clock.now();
    for (const [place, seller] of sellers.entries()) {
      const isSeen = listedFor(member, seller, now).length > 0;
      const answer = answers[place];
      if (isSeen) noteReceived(world, member, seller);
      holds(
        SEEN_BY_HANDLING.rule,
        isSeen ? answer?.matches.length === 1 : JSON.stringify(answer) === unknown,
        () =>
          `expected ${isSeen ? 'one match' : 'nothing'} of seller ${seller.number} for ${member.name}, seen ${JSON.stringify(answer)}`,
      );
    }
  },
};

export const REPORTER_HIDDEN: MemberInvariant = {
  rule: '4: no answer to another member names who reported',
  check: async (world, member) => {
    const { sellers, app } = world;
    const seller = sellers.find((each) =>
      listedFor(member, each, app.clock.now()).every(({ reporter }) => reporter !== member),
    );
    if (seller === undefined) return;
    const answer = await member.caller.send(
      `mutation ($input: ScreenMerchantsInput!) { screenMerchants(input: $input) { screenings { outcome notice
         matches { merchantId reasons confidence sources ruleOut evidence { explanation yours indicatorId } } } } }`,
      {
        input: {
          purpose: 'INVESTIGATION',
          merchants: [{ ref: 'row', identifiers: [{ type: 'IBAN', value: seller.account }] }],
        },
      },
    );
    noteReceived(world, member, seller);
    for (const { reporter, source, clientReference } of seller.reports) {
      for (const secret of [
        reporter.name,
        (reporter as SimulatedMember).caller.id,
        source,
        clientReference,
      ]) {
        holds(
          REPORTER_HIDDEN.rule,
          reporter === member || !answer.text.includes(`${secret}"`),
          () => `expected no ${secret}, seen ${answer.text}`,
        );
      }
    }
  },
};

/** What tells a member of others' doings: notices, alerts, recalls, and the disputes that it has a part in. */
const NEWS = `{
  notices(purpose: INVESTIGATION, first: 20) { nodes { id status merchantId reason forwarded } }
  alerts(first: 50) { nodes { id kind status raisedAt dispute { id part } } }
  recalls(first: 20) { nodes { id reason merchantId derivedActions { id memberId } } }
  disputes(first: 50) { nodes { id part status grounds statement filedByMemberId ownReference onBehalfOf ownReportIds
    rulingReason } } }`;

export const OTHERS_HIDDEN: MemberInvariant = {
  rule: '4 and 5: notices, alerts, recalls and disputes name no other member',
  check: async ({ members }, member) => {
    const answer = await member.caller.send(NEWS);
    holds(OTHERS_HIDDEN.rule, answer.status === 200 && !answer.text.includes('"errors"'), () => answer.text);
    for (const other of members) {
      if (other === member) continue;
      holds(
        OTHERS_HIDDEN.rule,
        !answer.text.includes(other.caller.id) && !answer.text.includes(other.name),
        () => `expected nothing of ${other.name} for ${member.name}, seen ${answer.text}`,
      );
    }
  },
};
