import type { ExpectedReport, ExpectedSeller } from '../expectation.js';
import { pass } from '../pass.js';
import { screened } from '../reading.js';
import { cast, newSeller, then } from '../scene/scene.js';
import type { SimulatedMember, World } from '../world.js';
import { makeReport, sayAnew, takeBack } from './report-steps.js';
import { holds, type Step } from './step.js';

const RULE = '9: only a new independent report extends a listing';
/** Its listing lives two years (product.md, Codes). */
const REASON = 'CSAM_ADVERTISING';
const LIFE_DAYS = 2 * 365;
/** So long before its life is over a listing is looked at, and so long after: it ends by the week. */
const BEFORE_DAYS = 30;
const AFTER_DAYS = 8;

/**
 * Of sellers listed on one day, one is said again a year later by a member and a source that are new: it lives a year longer.
 * The others end when they would have: said again by the one that said so, by another source of its own, and by others that relay
 * its source, though it was corrected, or taken back.
 */
export const renew: Step = {
  name: 'renew',
  weight: 0,
  take: async (world) => {
    const [first, other, reader] = cast(world, 3);
    if (first === undefined || other === undefined || reader === undefined) return 'nothing to do';
    const said = await says(world, first, newSeller(world));
    const takenBack = await says(world, first, newSeller(world));
    const renewed = await says(world, first, newSeller(world));
    await pass(world, { days: LIFE_DAYS / 2 });
    await sayAnew(world, said, said.handling);
    await says(world, first, said.seller, { again: said });
    await says(world, other, said.seller, { again: said, source: said.source });
    await says(world, other, takenBack.seller, { again: takenBack, source: takenBack.source });
    await takeBack(world, takenBack);
    await says(world, other, renewed.seller);
    await then(world);
    const sellers = [said.seller, takenBack.seller, renewed.seller];
    await pass(world, { days: LIFE_DAYS / 2 - BEFORE_DAYS });
    await checkListed(world, reader, sellers, sellers);
    await pass(world, { days: BEFORE_DAYS + AFTER_DAYS });
    await checkListed(world, reader, sellers, [renewed.seller]);
    return 'taken';
  },
};

/** Reports a seller to everybody; what says `again` what was said before ends with it. */
async function says(
  world: World,
  reporter: SimulatedMember,
  seller: ExpectedSeller,
  { again, source }: { readonly again?: ExpectedReport; readonly source?: string } = {},
): Promise<ExpectedReport> {
  await then(world);
  world.count += 1;
  const made = await makeReport(world, reporter, seller, {
    ...{ handling: { tlp: 'AMBER', group: undefined }, basis: 'HOTLINE_REFERRAL', reason: REASON },
    ...{ source: source ?? `SOURCE-${world.count}`, withHost: false, childAtRisk: false },
  });
  if (again !== undefined) made.endsAt = again.endsAt;
  return made;
}

async function checkListed(
  world: World,
  reader: SimulatedMember,
  sellers: readonly ExpectedSeller[],
  listed: readonly ExpectedSeller[],
): Promise<void> {
  const answers = await screened(world, reader, sellers);
  for (const [place, seller] of sellers.entries())
    holds(
      RULE,
      answers[place]?.outcome === (listed.includes(seller) ? 'MATCHES' : 'CLEAR'),
      () => `expected of ${place} ${listed.includes(seller)}, seen ${JSON.stringify(answers[place])}`,
    );
}
