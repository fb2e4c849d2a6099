import type { Actor } from '../common/actor.js';
import { demoReports } from './demo-coalition.js';
import { DEMO_CLIENT, DEMO_PEOPLE, type DemoPerson } from './demo-credentials.js';
import { DEMO_MEMBER_KEYS, type DemoMemberKey } from './demo-members.js';
import type { DemoServices } from './demo-services.js';
import { SEEDED_ACTION } from './demo.statements.js';
import { inParallel } from './in-parallel.js';
import { seedGroups, seedMembers } from './seed-members.js';
import { ensureAdmin, ensureDemoClient, ensurePerson, ensureReportingClient } from './seed-people.js';
import { seedReports } from './seed-reports.js';

/** People made at a time: each costs a password's hash, which keeps one core busy. */
const PEOPLE_WIDTH = 2;

/**
 * Makes the demo coalition, by the services that its members themselves would use. Every step looks first whether it was
 * done before, so that a seeding that was cut short (by kill -9, say) is finished by the next; two at once do no more than
 * one. The last thing it leaves is an audit entry that it came to its end.
 */
export async function seedCoalition(services: DemoServices): Promise<void> {
  const { firstAdmin, secondAdmin } = DEMO_PEOPLE;
  const admins = [await ensureAdmin(services, firstAdmin), await ensureAdmin(services, secondAdmin)] as const;
  const [admin] = admins;
  const members = await seedMembers(services, admins);
  const groups = await seedGroups(services, admin, members);

  const people = new Map<DemoPerson, Actor>();
  await inParallel(Object.values<DemoPerson>(DEMO_PEOPLE), PEOPLE_WIDTH, async (person) => {
    const memberId = person.member === 'secretariat' ? admin.memberId : members[person.member];
    people.set(person, await ensurePerson(services, { person, memberId }));
  });
  await ensureDemoClient(services, members[DEMO_CLIENT.member]);

  const reporters: [DemoMemberKey, Actor][] = [];
  for (const key of DEMO_MEMBER_KEYS) {
    const submitter = Object.values<DemoPerson>(DEMO_PEOPLE).find(
      ({ member, roles }) => member === key && roles.includes('SUBMITTER'),
    );
    const actor = submitter === undefined ? undefined : people.get(submitter);
    reporters.push([key, actor ?? (await ensureReportingClient(services, members[key]))]);
  }

  const reports = demoReports();
  await seedReports(
    services,
    {
      members,
      groups,
      reporters: Object.fromEntries(reporters) as Record<DemoMemberKey, Actor>,
      analyst: people.get(DEMO_PEOPLE.analyst) ?? admin,
    },
    reports,
  );
  await services.database.asSystem('operator', (tx) =>
    services.audit.append(tx, null, {
      action: SEEDED_ACTION,
      objectKind: 'member',
      objectIds: [admin.memberId],
      detail: { reports: reports.length },
    }),
  );
}
