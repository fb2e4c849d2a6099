import { asOwner } from '../support/as-owner.js';
import { createTestDatabase, openTestDatabase } from '../support/database.js';
import { type ProjectFile, projectFiles } from '../style/project-files.js';

/** Files whose statements on guarded tables need no rule of a reader, each with the reason. */
const WITHOUT_RULES: Readonly<Record<string, string>> = {
  'src/auth/client-accounts.ts': 'Changes the client that the caller has locked by a rule.',
  'src/auth/credential.statements.ts': 'Proves who one is, as cordon_sign_in: there is no actor yet.',
  'src/auth/oidc/identity-providers.ts': 'Ends the sessions of the people of the own member, by its id.',
  'src/auth/principal.statements.ts': 'Changes the principal that the caller has locked by a rule.',
  'src/auth/sign-in-attempt.statements.ts': 'Counts tries, as cordon_sign_in: there is no actor yet.',
  'src/auth/step-up.ts': 'Reads the own address, by the own id.',
  'src/auth/user-accounts.ts': 'Changes the person that the caller has locked by a rule.',
  'src/cli/admin/acting-person.ts': "The operator's, as cordon_operator.",
  'src/cli/admin/select-clusters.ts': "The operator's export, as cordon_operator.",
  'src/demo/demo.statements.ts': 'The seeding of the demo, as cordon_operator.',
  'src/dispute/effect.statements.ts': 'What disputes come to, as cordon_resolver.',
  'src/dispute/in-care.ts': 'A part of rules.',
  'src/event/sql/write-events.ts':
    'Gives events their place, and deletes old ones, as cordon_sequencer and cordon_resolver.',
  'src/indicator/challenges.ts': 'The projection, as cordon_resolver.',
  'src/indicator/change-store.ts': 'The projection, as cordon_resolver.',
  'src/indicator/deliveries/deliveries.statements.ts':
    'Notes what the own member is handed, as far as it may see it.',
  'src/indicator/expiry-sweep.ts': 'Background work, as cordon_resolver.',
  'src/indicator/group-projector.ts': 'The projection, as cordon_resolver.',
  'src/indicator/identity-markers.ts': 'The projection, as cordon_resolver.',
  'src/indicator/indicator-store.ts': 'The projection, as cordon_resolver.',
  'src/indicator/sql/follow-changes.ts': 'Follows the feed, as cordon_resolver.',
  'src/indicator/sql/select-held.ts': 'The projection, as cordon_resolver.',
  'src/indicator/sql/write-indicators.ts': 'The projection, as cordon_resolver.',
  'src/indicator/sql/write-views.ts': 'The projection, as cordon_resolver.',
  'src/member/first-admin.ts': 'Founding, as cordon_operator.',
  'src/member/role-grant.statements.ts': 'For the admins of the coalition alone, who see every grant.',
  'src/merchant/candidates/sql/find-candidates.ts': 'Resolution, as cordon_resolver.',
  'src/merchant/descriptions.service.ts':
    'Changes the description of the report that the caller has locked by a rule.',
  'src/merchant/merchants.service.ts':
    'Ids and statuses for resolution and projection; to actors it gives ids alone.',
  'src/merchant/possible-by-name.repository.ts': 'Resolution, as cordon_resolver.',
  'src/merchant/rarity/sql/select-holders.ts': 'Resolution, as cordon_resolver.',
  'src/merchant/rarity/sql/select-names.ts': 'Counts words of names, as cordon_resolver.',
  'src/merchant/resolution.repository.ts': 'Resolution, as cordon_resolver.',
  'src/merchant/review/sql/open-to-analyst.ts': 'The rule of the reviews itself.',
  'src/merchant/sql/neighbourhood.ts': 'Resolution, as cordon_resolver.',
  'src/notice/sql/raise-notices.ts': 'Raises and ends notices, as cordon_resolver.',
  'src/recall/sql/find-recipients.ts': 'Tells everyone who received it, as cordon_resolver.',
  'src/recall/sql/merge-fed.ts': 'Joins what is known of all members, as cordon_resolver.',
  'src/recall/sql/plan-recalls.ts': 'Plans what the feed removes, as cordon_resolver.',
  'src/report/handling-scopes.ts': 'Finds the scope that the reporter itself has described, by its digest.',
  'src/report/ruling/select-past-reports.ts': 'The projection, as cordon_resolver.',
  'src/report/sql/report-columns.ts': 'Columns: the history of a report that stands under a rule.',
  'src/report/sql/version-reasons.ts': 'A column of the projection, as cordon_resolver.',
  'src/screening/fishing/fishing-day.statements.ts': 'Counts of all members, as cordon_resolver.',
  'src/screening/quota/asked-sweep.ts': 'Removes what is past, as cordon_resolver.',
};

/** Comments and imports speak of tables as well. */
const NO_STATEMENT = /\/\*\*.*?\*\/|^import[^;]*;/gms;

describe('every statement on a guarded table', () => {
  let tables: readonly string[];
  let files: readonly ProjectFile[];

  beforeAll(async () => {
    const testDatabase = await createTestDatabase();
    const { database, close } = await openTestDatabase(testDatabase);
    const rows = await asOwner(database, (tx) =>
      tx.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity
           and (has_table_privilege('cordon_service', oid, 'select') or has_any_column_privilege('cordon_service', oid, 'select'))`,
      ),
    );
    tables = rows.map(({ name }) => name);
    await close();
    await testDatabase.drop();
    files = (await projectFiles()).filter(
      ({ path }) => /^src\/.*\.ts$/.test(path) && !/\.spec\.ts$|\/spec-support\//.test(path),
    );
  });

  const onGuarded = (): string[] => {
    const statement = new RegExp(`\\b(?:from|join|update)\\s+(?:${tables.join('|')})\\b(?!\\s*:)`);
    return files
      .filter(({ text }) => !text.includes('accessRule(') && statement.test(text.replace(NO_STATEMENT, '')))
      .map(({ path }) => path);
  };

  it("carries its reader's rule, marked by accessRule, or stands in the list of those that have none", () => {
    expect(onGuarded().filter((path) => !Object.hasOwn(WITHOUT_RULES, path))).toEqual([]);
  });

  it('stands in that list only where it is so', () => {
    const found = new Set(onGuarded());
    expect(Object.keys(WITHOUT_RULES).filter((path) => !found.has(path))).toEqual([]);
  });
});
