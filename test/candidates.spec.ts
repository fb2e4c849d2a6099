import type { ReportId } from '../src/common/id.js';
import { fromGlobalId } from '../src/common/id.js';
import { type AskingDescription, Candidates } from '../src/merchant/candidates/candidates.service.js';
import type { TestApp } from './support/app.js';
import type { Variables } from './support/caller.js';
import { givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';
import { asOwner } from './support/as-owner.js';

const ADDRESS = { line: '14 Quarrel Mill Lane', city: 'Fennowick', postcode: '9911 XK', country: 'NL' };

describe('candidates for a possible match', () => {
  let app: TestApp;
  let reporter: TestMember;

  beforeAll(async () => {
    app = await createRegister();
    ({ reporter } = await givenMembers(app, 'reporter'));
  });

  afterAll(() => app.close());

  it('are descriptions of other merchants with a like name and address, with the bars of their score', async () => {
    const first = await describes({ legalName: 'Quorvex Bright Imports', addresses: [ADDRESS] });
    await describes({ legalName: 'Perimund Outlet', addresses: [{ ...ADDRESS, line: '3 Other Street' }] });
    const second = await describes({ legalName: 'Quorvx Bright Imports Ltd', addresses: [ADDRESS] });

    await findPossible(first);
    const found = await findPossible(second);

    expect(found.map(({ a, b }) => [a, b])).toEqual([[first, second]]);
    expect(found[0]?.score).toBe(found[0]?.bars.reduce((sum, { bits }) => sum + bits, 0));
    expect(found[0]?.bars.map(({ field }) => field)).toEqual(expect.arrayContaining(['NAME', 'STREET']));
  });

  it('are the same whichever of the two came last', async () => {
    const first = await describes({ legalName: 'Halvertin Supplies', addresses: [ADDRESS] });
    const second = await describes({ legalName: 'Halvretin Supplies', addresses: [ADDRESS] });
    const pairOf = (found: Awaited<ReturnType<typeof findPossible>>): unknown =>
      found.filter(({ a, b }) => a === first && b === second);

    await findPossible(first);
    const asked = await findPossible(second);

    expect(pairOf(asked)).toHaveLength(1);
    expect(pairOf(await findPossible(first))).toEqual(pairOf(asked));
  });

  it('are found by a name that one merchant alone has, however often that was reported', async () => {
    const account = anIban();
    const known = { legalName: 'Marquelan', identifiers: [{ type: 'IBAN', value: account }] };
    const first = await describes(known);
    await findPossible(first);
    await asOwner(app.database, (tx) =>
      tx.query(
        `with copy as (select gen_random_uuid() as copy_id, d.* from description d, generate_series(1, 300) where d.id = $1),
         own as (insert into merchant (id, status, status_at) select copy_id, 'UNLISTED', received_at from copy),
         described as (
           insert into description (id, own_merchant_id, merchant_id, received_at, active, content, link_hashes)
           select copy_id, copy_id, merchant_id, received_at, true, content, link_hashes from copy)
         insert into description_retrieval_key (hash, description_id)
         select k.hash, copy_id from copy, description_retrieval_key k where k.description_id = $1`,
        [first],
      ),
    );
    const second = await describes({ legalName: 'Marquelan' });

    expect((await findPossible(second)).map(({ b }) => b)).toEqual([second]);
  });

  it('are none of an inactive description, and none any more once it is inactive', async () => {
    const first = await describes({ legalName: 'Zavolent Commerce', addresses: [ADDRESS] });
    const second = await describes({ legalName: 'Zavolnet Commerce', addresses: [ADDRESS] });
    await findPossible(first);
    const other = (found: Awaited<ReturnType<typeof findPossible>>): boolean =>
      found.some(({ a, b }) => [a, b].includes(first) && [a, b].includes(second));
    expect(other(await findPossible(second))).toBe(true);

    await asOwner(app.database, (tx) =>
      tx.query('update description set active = false where id = $1', [first]),
    );

    expect(await findPossible(first)).toEqual([]);
    expect(other(await findPossible(second))).toBe(false);
  });

  /** Has a merchant reported, and gives the description's id. */
  async function describes(subject: Variables): Promise<ReportId> {
    app.clock.advance({ seconds: 1 });
    const id = await reports(reporter, aReport(subject));
    await settled(app);
    return fromGlobalId('report', id) as ReportId;
  }

  async function findPossible(id: ReportId) {
    const candidates = app.nest.get(Candidates);
    return asOwner(app.database, async (tx) => {
      const descriptions = await tx.query<AskingDescription>(
        `select id, merchant_id as "merchantId", received_at as "receivedAt", active, content
         from description where id = $1 for no key update`,
        [id],
      );
      await candidates.makeFindable(tx, descriptions);
      return candidates.findPossible(tx, descriptions);
    });
  }
});
