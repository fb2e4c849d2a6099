import { fromGlobalId } from '../src/common/id.js';
import { Merchants } from '../src/merchant/index.js';
import { COUNT_INTERVAL_MS, NameWordCounter } from '../src/merchant/rarity/name-word-counter.service.js';
import type { TestApp } from './support/app.js';
import type { Variables } from './support/caller.js';
import { givenGroup, givenMembers } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

const ENDINGS = ['Alba', 'Nova', 'Zord', 'Mirel', 'Osk', 'Tarn'];

/** Has every instance know the words as they are now. */
async function learn(app: TestApp): Promise<void> {
  app.clock.advance({ seconds: COUNT_INTERVAL_MS / 1_000 });
  const counter = app.nest.get(NameWordCounter);
  await counter.count();
  await counter.load();
}

describe('what the register learns of itself', () => {
  const opened: TestApp[] = [];

  afterEach(async () => {
    for (const app of opened.splice(0)) await app.close();
  });

  async function aRegister(): Promise<TestApp> {
    const app = await createRegister();
    opened.push(app);
    return app;
  }

  it('does not move what an outsider is answered by reports that it may not see', async () => {
    const app = await aRegister();
    const { reporter, insider, outsider } = await givenMembers(app, 'reporter', 'insider', 'outsider');
    const sharingGroupId = await givenGroup(app, reporter, insider);
    const house = { line: '7 Quarrel Mill Court', city: 'Fennowick', postcode: '9911 XK', country: 'NL' };
    await reports(reporter, aReport({ legalName: 'Belmarn Quorvex', addresses: [house] }));
    await reports(reporter, aReport({ legalName: 'Belmarn' }));
    await settled(app);
    await learn(app);
    const asked: Variables[] = [
      { legalName: 'Belmarn Quorvx' },
      { legalName: 'Belmarn' },
      { legalName: 'Belmran' },
      { legalName: 'Belmarn Perimund' },
      { legalName: 'Belmarn Quorv', addresses: [house] },
      { legalName: 'Zavolent', addresses: [house] },
    ];
    // A token lives for minutes, and the clock goes on by more.
    const before = await screens(await outsider.as('SCREENER'), ...asked);

    for (const ending of ENDINGS) {
      const hidden = { legalName: `Belmarn ${ending}`, addresses: [house] };
      await reports(
        await reporter.as('SUBMITTER'),
        aReport({ ...hidden, handling: { tlp: 'AMBER', sharingGroupId } }),
      );
      await reports(await reporter.as('SUBMITTER'), aReport({ ...hidden, handling: { tlp: 'RED' } }));
    }
    await settled(app);
    await learn(app);

    expect(await screens(await outsider.as('SCREENER'), ...asked)).toEqual(before);
    expect(before.map(({ outcome }) => outcome)).toContain('MATCHES');
  });

  it('does not make other clusters of the same reports in another order', async () => {
    const accounts = [anIban(), anIban()];
    const subjects = ENDINGS.flatMap((ending, place): Variables[] => [
      { legalName: `Prima ${ending}`, identifiers: [iban(accounts[place % 2] ?? '')] },
      { legalName: `Prima ${ending} Imports`, identifiers: [iban(anIban()), phone(place)] },
      { legalName: `Prima ${ending}`, identifiers: [iban(anIban()), phone(place)] },
    ]);
    const given = await clustersOf(await aRegister(), subjects, 4);
    expect(await clustersOf(await aRegister(), subjects.toReversed(), 7)).toEqual(given);
    expect(given.some((cluster) => cluster.length > 1)).toBe(true);
  });
});

const iban = (value: string): Variables => ({ type: 'IBAN', value });
const phone = (place: number): Variables => ({ type: 'PHONE', value: `+1 312 555 01${10 + place}` });

/** Reports merchants one after the other, learns after every `step` of them, and gives the clusters by their accounts. */
async function clustersOf(app: TestApp, subjects: readonly Variables[], step: number): Promise<string[][]> {
  const { reporter } = await givenMembers(app, 'reporter');
  const subjectOf = new Map<string, string>();
  for (const [place, subject] of subjects.entries()) {
    const id = await reports(await reporter.as('SUBMITTER'), aReport(subject));
    subjectOf.set(fromGlobalId('report', id) ?? '', JSON.stringify(subject));
    await settled(app);
    if (place % step === 0) await learn(app);
  }
  const rows = await asOwner(app.database, (tx) => app.nest.get(Merchants).clusters(tx));
  const clusters = Map.groupBy(rows, ({ merchantId }) => merchantId);
  return [...clusters.values()]
    .map((cluster) => cluster.map(({ reportId }) => subjectOf.get(reportId) ?? '').sort())
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}
