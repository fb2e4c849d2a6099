import type { INestApplicationContext } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { ClientAccounts, UserAccounts } from '../auth/index.js';
import { assert } from '../common/assert.js';
import type { Result } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { FirstAdmins, OnboardingService, SharingGroupService } from '../member/index.js';
import { ReportLife, ReportService } from '../report/index.js';

/** What seeding works with: the services by which members themselves would do the same. */
export interface DemoServices {
  readonly config: Config;
  readonly database: Database;
  readonly audit: AuditLog;
  readonly firstAdmins: FirstAdmins;
  readonly onboarding: OnboardingService;
  readonly groups: SharingGroupService;
  readonly userAccounts: UserAccounts;
  readonly clientAccounts: ClientAccounts;
  readonly reports: ReportService;
  readonly reportLife: ReportLife;
}

export function servicesOf(app: INestApplicationContext): DemoServices {
  const anywhere = { strict: false } as const;
  return {
    config: app.get(Config, anywhere),
    database: app.get(Database, anywhere),
    audit: app.get(AuditLog, anywhere),
    firstAdmins: app.get(FirstAdmins, anywhere),
    onboarding: app.get(OnboardingService, anywhere),
    groups: app.get(SharingGroupService, anywhere),
    userAccounts: app.get(UserAccounts, anywhere),
    clientAccounts: app.get(ClientAccounts, anywhere),
    reports: app.get(ReportService, anywhere),
    reportLife: app.get(ReportLife, anywhere),
  };
}

/** The value of a step that the demo's own data cannot be refused; the log says which rule it broke if it is. */
export function taken<Value>(what: string, result: Result<Value>): Value {
  assert(result.ok, `${what} is taken: ${result.ok ? '' : JSON.stringify(result.refusals)}`);
  return result.value;
}
