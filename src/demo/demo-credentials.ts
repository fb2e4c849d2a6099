import type { Role } from '../common/actor.js';
import { type ClientId, toGlobalId } from '../common/id.js';
import type { DemoMemberKey } from './demo-members.js';

/**
 * The domain of every demo user's address. It marks a database that holds demo credentials, which anybody can read here:
 * the service listens on loopback with them, and refuses them in production (refuse-demo.ts). Nobody's real address can
 * end so, for `.example` is kept for documents (RFC 2606).
 */
export const DEMO_EMAIL_DOMAIN = 'demo.cordon.example';

/** One password and one TOTP secret for all of them: whoever tries Cordon out enters each once and can be everybody. */
export const DEMO_PASSWORD = 'seven-quiet-herons-wade-north';
/** Base32, as authenticator apps take it. */
export const DEMO_TOTP_SECRET = 'DEMOCORDONDEMOCORDONDEMOCORDON77';

/** An invented person. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly member: DemoMemberKey | 'secretariat';
  readonly roles: readonly Role[];
}

/** In the order in which they are made: the first two found the coalition. */
export const DEMO_PEOPLE = {
  firstAdmin: person('first.admin', 'Ines Calloway-Birk', 'secretariat', 'COALITION_ADMIN'),
  secondAdmin: person('second.admin', 'Tomas Ellerquist', 'secretariat', 'COALITION_ADMIN'),
  analyst: person('analyst', 'Mirela Vandroy', 'secretariat', 'COALITION_ANALYST'),
  secondAnalyst: person('second.analyst', 'Oskar Lindqvale', 'secretariat', 'COALITION_ANALYST'),
  auditor: person('auditor', 'Haru Pellingsworth', 'secretariat', 'AUDITOR'),
  liaison: person('liaison', 'Ruth Okonvalle', 'liaison', 'LIAISON'),
  compliance: person('compliance', 'Petra Nordhagel', 'harbour', 'SUBMITTER'),
  harbourAdmin: person('harbour.admin', 'Elio Sandwick', 'harbour', 'MEMBER_ADMIN'),
  onboarding: person('onboarding', 'Jonas Weidentau', 'kiefern', 'SCREENER'),
  kiefernAdmin: person('kiefern.admin', 'Carla Immervoll-Dahm', 'kiefern', 'MEMBER_ADMIN'),
  wallet: person('wallet', 'Signe Marrowdal', 'pocket', 'SUBMITTER', 'SCREENER'),
} as const;

export type DemoPersonKey = keyof typeof DEMO_PEOPLE;

/** The machine client of Harbour Acquiring, with every scope that a machine may have. */
export const DEMO_CLIENT = {
  id: '0d3e0c0d-0de0-4c0d-9e30-c0ffee0dec0d' as ClientId,
  secret: 'demo-secret-for-trying-out-alone',
  name: 'Screening gateway (demo)',
  member: 'harbour',
} as const;

/** The demo client's id as it is presented to the token endpoint. */
export const DEMO_CLIENT_ID: string = toGlobalId('client', DEMO_CLIENT.id);

/** What is printed at every start with a demo coalition. */
export interface DemoCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly people: typeof DEMO_PEOPLE;
}

export const DEMO_CREDENTIALS: DemoCredentials = {
  clientId: DEMO_CLIENT_ID,
  clientSecret: DEMO_CLIENT.secret,
  password: DEMO_PASSWORD,
  totpSecret: DEMO_TOTP_SECRET,
  people: DEMO_PEOPLE,
};

function person(
  mailbox: string,
  name: string,
  member: DemoPerson['member'],
  ...roles: readonly Role[]
): DemoPerson {
  return { email: `${mailbox}@${DEMO_EMAIL_DOMAIN}`, name, member, roles };
}
