import { Injectable, Module } from '@nestjs/common';
import { FeedFollowers, type FollowedChange, IndicatorModule } from '../src/indicator/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenCoalition, givenGroup, givenMembers, type TestMember } from './support/members.js';
import { aReport, createRegister, reports, settled } from './support/register.js';

/** Notes what it is handed, and fails where a test says so. */
@Injectable()
class Noting {
  readonly changes: FollowedChange[] = [];
  failing = false;

  constructor(followers: FeedFollowers) {
    followers.add(
      'test',
      (_tx, changes) => {
        if (this.failing) throw new Error('A follower fails.');
        this.changes.push(...changes);
        return Promise.resolve();
      },
      { batchMax: 2 },
    );
  }
}

@Module({ imports: [IndicatorModule], providers: [Noting], exports: [Noting] })
class NotingModule {}

describe('a follower of the feed', () => {
  let app: TestApp;
  let reporter: TestMember;
  /** Of every instance: any of them may be handed a change. */
  const notings: Noting[] = [];

  beforeAll(async () => {
    app = await createRegister({ modules: [NotingModule] });
    notings.push(app.nest.get(Noting));
    ({ reporter } = await givenMembers(app, 'reporter'));
  });

  afterAll(() => app.close());

  const stored = (): Promise<{ sequence: string }[]> =>
    asOwner(app.database, (tx) => tx.query('select sequence from indicator_change order by sequence'));

  it('is handed every change once, in order, those since replaced as well, on any number of instances', async () => {
    const { changes } = app.nest.get(Noting);
    const another = await app.anotherInstance();
    notings.push(another.nest.get(Noting));
    const report = await reports(reporter, aReport());
    await reports(reporter, aReport());
    await settled(app);
    await reporter.mutate('withdrawReport', { reportId: report, reason: 'Gone.' });
    await settled(app);
    await Promise.all([app, another].map(({ nest }) => nest.get(FeedFollowers).followAll()));

    const handed = [...changes, ...another.nest.get(Noting).changes].sort(
      (one, next) => Number(one.sequence) - Number(next.sequence),
    );
    expect(handed.map(({ sequence }) => sequence)).toEqual((await stored()).map(({ sequence }) => sequence));
    expect(handed.map(({ kind }) => kind)).toEqual(['LISTED', 'LISTED', 'REMOVED']);
  });

  it('is handed again what it failed at, and nothing is skipped', async () => {
    const handed = (): number => notings.reduce((sum, { changes }) => sum + changes.length, 0);
    const before = handed();
    for (const noting of notings) noting.failing = true;
    await reports(reporter, aReport());
    await expect(settled(app)).rejects.toThrow('A follower fails.');
    for (const noting of notings) noting.failing = false;
    await settled(app);
    expect(handed()).toBe(before + 1);
    expect(await app.nest.get(FeedFollowers).followAll()).toBe(0);
  });

  it('is told which entries are for one member alone', async () => {
    const latest = (): FollowedChange | undefined =>
      notings
        .flatMap(({ changes }) => changes)
        .sort((one, next) => Number(one.sequence) - Number(next.sequence))
        .at(-1);
    const { newcomer } = await givenMembers(app, 'newcomer');
    const { admin } = await givenCoalition(app);
    const group = await givenGroup(app, reporter);
    await reports(reporter, aReport({ handling: { tlp: 'AMBER', sharingGroupId: group } }));
    await settled(app);
    expect(latest()).toMatchObject({ kind: 'LISTED', onlyMemberId: null, version: 1 });

    await admin.mutate('addSharingGroupMembers', { sharingGroupId: group, memberIds: [newcomer.id] });
    await settled(app);
    expect(latest()).toMatchObject({ kind: 'LISTED', onlyMemberId: newcomer.memberId, version: 1 });
  });
});
