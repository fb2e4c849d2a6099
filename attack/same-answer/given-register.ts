import { fromGlobalId, newId, toGlobalId } from '../../src/common/id.js';
import { DemoRandom } from '../../src/demo/demo-random.js';
import { createTestApp, type TestApp } from '../../test/support/app.js';
import { asOwner } from '../../test/support/as-owner.js';
import type { Caller, Variables } from '../../test/support/caller.js';
import { EVERY_PART } from '../../test/support/every-part.js';
import { givenCoalition, givenGroup, givenMembers, type TestMember } from '../../test/support/members.js';
import { anIban, reports, settled } from '../../test/support/register.js';

/** A merchant to ask about, with the ids of what the register has of it; of an unknown one they are nobody's. */
export interface Subject {
  readonly iban: string;
  readonly legalName: string;
  readonly merchantId: string;
  readonly indicatorId: string;
  readonly reportId: string;
}

/** A register of which the asker sees a part. */
export interface SameAnswerRegister {
  readonly app: TestApp;
  readonly asker: TestMember;
  /** Seen by the asker. */
  readonly listed: readonly Subject[];
  /** Shared with a group that the asker is not in. */
  readonly hidden: readonly Subject[];
  /** Shared with all, and under a hold. */
  readonly held: readonly Subject[];
  /** Reported by nobody. */
  readonly unknown: readonly Subject[];
}

const SYLLABLES =
  'ba de fi go hu ka le mi no pu ra se ti vo zu dal fin hot les mir nes per rod sil tus'.split(' ');

/** Makes the register: `size` merchants of each kind. To be closed by `app.close()`. */
export async function givenRegister(size: number, seed: number): Promise<SameAnswerRegister> {
  const app = await createTestApp({ modules: EVERY_PART });
  const dice = new DemoRandom(seed);
  const { asker, reporter, insider } = await givenMembers(app, 'asker', 'reporter', 'insider');
  const { analyst } = await givenCoalition(app);
  const officer = await insider.as('LIAISON');
  const group = await givenGroup(app, reporter, insider);
  const subjects = (): Variables[] =>
    Array.from({ length: size }, () => ({
      legalName: `${nameOf(dice)} ${nameOf(dice)} Limited`,
      identifiers: [{ type: 'IBAN', value: anIban() }],
    }));

  const listed = await reported(app, reporter, subjects(), { tlp: 'AMBER' });
  const hidden = await reported(app, reporter, subjects(), { tlp: 'AMBER', sharingGroupId: group });
  const toHold = subjects();
  for (const { identifiers } of toHold) await placeHold(officer, analyst, identifiers);
  const held = await reported(app, reporter, toHold, { tlp: 'AMBER' });
  // Statistics as a register in use has them: without, the first plans are other than the later ones.
  await asOwner(app.database, (tx) => tx.query('analyze'));
  return { app, asker, listed, hidden, held, unknown: subjects().map(unknownSubject) };
}

async function placeHold(officer: Caller, analyst: Caller, identifiers: unknown): Promise<void> {
  const reason = 'As law enforcement asks.';
  const { hold, userErrors } = await officer.mutate<{ hold: { id: string } | null }>(
    'placeHold',
    { identifiers, reason },
    'hold { id }',
  );
  if (hold === null) throw new Error(JSON.stringify(userErrors));
  await analyst.mutate('activateHold', { holdId: hold.id, reason });
}

async function reported(
  app: TestApp,
  reporter: TestMember,
  subjects: readonly Variables[],
  handling: Variables,
): Promise<Subject[]> {
  const ids: string[] = [];
  for (const [index, subject] of subjects.entries()) {
    const report = {
      reason: 'CSAM_SALE',
      basis: 'HOTLINE_REFERRAL',
      externalReference: `SAME-${JSON.stringify(handling).length}-${index}`,
      paymentMethods: ['CARD'],
      handling,
      ...subject,
    };
    ids.push(await reports(reporter, report));
  }
  await settled(app);
  return Promise.all(subjects.map((subject, index) => subjectOf(app, subject, ids[index] ?? '')));
}

async function subjectOf(app: TestApp, subject: Variables, reportId: string): Promise<Subject> {
  const [row] = await asOwner(app.database, (tx) =>
    tx.query<{ merchantId: string; indicatorId: string | null }>(
      `select d.own_merchant_id as "merchantId", (select i.id from indicator i
         where i.merchant_view_id = d.own_merchant_id order by i.id limit 1) as "indicatorId"
       from description d where d.id = $1`,
      [fromGlobalId('report', reportId)],
    ),
  );
  return {
    ...unknownSubject(subject),
    reportId,
    merchantId: toGlobalId('merchant', row?.merchantId as never),
    ...(row?.indicatorId == null ? {} : { indicatorId: toGlobalId('indicator', row.indicatorId as never) }),
  };
}

function unknownSubject({ legalName, identifiers }: Variables): Subject {
  const [{ value } = { value: '' }] = identifiers as readonly { readonly value: string }[];
  return {
    iban: value,
    legalName: String(legalName),
    merchantId: toGlobalId('merchant', newId('merchant')),
    indicatorId: toGlobalId('indicator', newId('indicator')),
    reportId: toGlobalId('report', newId('report')),
  };
}

/** An invented word of four syllables: nine thousand million of them, so that no two names are alike by chance. */
function nameOf(dice: DemoRandom): string {
  const word = Array.from({ length: 4 }, () => SYLLABLES[dice.whole(0, SYLLABLES.length - 1)] ?? '').join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
