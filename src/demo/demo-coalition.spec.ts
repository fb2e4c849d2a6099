import { createHash } from 'node:crypto';

import { type IdentifierType, normaliseSubject } from '../identifier/index.js';
import * as cast from './demo-cast.js';
import { demoReports } from './demo-coalition.js';
import { DEMO_EMAIL_DOMAIN, DEMO_PEOPLE } from './demo-credentials.js';
import { DEMO_APPLICANT, DEMO_GROUPS, DEMO_MEMBERS, groupsOf } from './demo-members.js';
import { inventMerchants } from './demo-merchants.js';
import { DemoRandom } from './demo-random.js';

/** Changes only when the demo coalition is meant to change: README.md and the examples lean on it. */
const DIGEST = 'af82028785df2444e73a1581c368a3c4e61919ebe65d948d6ac500841320075b';

describe('the demo coalition', () => {
  const reports = demoReports();
  const identifiers = reports.flatMap(({ report }) => report.identifiers ?? []);
  const valuesOf = (type: IdentifierType): string[] =>
    identifiers.filter((identifier) => identifier.type === type).map(({ value }) => value);

  it('is the same in every run', () => {
    const whole = JSON.stringify([
      DEMO_MEMBERS,
      DEMO_GROUPS,
      DEMO_APPLICANT,
      DEMO_PEOPLE,
      cast.SCREENED,
      reports,
    ]);

    expect(JSON.stringify(demoReports())).toBe(JSON.stringify(reports));
    expect(createHash('sha256').update(whole).digest('hex')).toBe(DIGEST);
  });

  it('has a dozen members of several kinds in several countries, and some hundreds of reports', () => {
    const members = Object.values(DEMO_MEMBERS);
    expect(members.length).toBe(13);
    expect(new Set(members.map(({ kind }) => kind)).size).toBe(10);
    expect(new Set(members.map(({ country }) => country)).size).toBe(9);
    expect(reports.length).toBe(363);
  });

  it('names nothing that the rules of identifiers refuse', () => {
    const refused = reports.flatMap(({ clientReference, report }) => {
      const subject = normaliseSubject(report, { presentYear: 2026 });
      return subject.ok ? [] : [{ clientReference, refusals: subject.refusals }];
    });
    expect(refused).toEqual([]);
  });

  it('has every web site, mailbox and wallet under .example', () => {
    const hosts = [...valuesOf('DOMAIN'), ...valuesOf('EMAIL'), ...valuesOf('WALLET_ACCOUNT')];
    const screened = Object.values(cast.SCREENED).map(({ host }) => host);
    expect([...hosts, ...screened, DEMO_EMAIL_DOMAIN].filter((host) => !host.endsWith('.example'))).toEqual(
      [],
    );
  });

  it('has telephone numbers kept for fiction alone', () => {
    const fictional =
      /^\+(447700900\d{3}|442079460\d{3}|1\d{3}55501\d{2}|3319900\d{4}|493023125\d{3}|468465004\d{2}|3532091\d{5}|6125550\d{4})$/;
    expect(valuesOf('PHONE').filter((phone) => !fictional.test(phone))).toEqual([]);
  });

  it('has accounts at banks and acquirers that there are not', () => {
    const banks = /^(GB|IE|NL)\d{2}ZZDM|^DE\d{2}00990099|^SE\d{2}000|^FR\d{2}00099/;
    expect(valuesOf('IBAN').filter((iban) => !banks.test(iban))).toEqual([]);
    const scopes = new Set(
      identifiers
        .filter(({ type }) => type === 'CARD_ACCEPTOR_ID' || type === 'BANK_ACCOUNT_US')
        .map(({ scope = '' }) => scope.slice(0, 8)),
    );
    expect([...scopes].filter((scope) => !/^(BIN:0099|0000)/.test(scope))).toEqual([]);
  });

  it('has one client reference for each report of a member, which makes seeding repeatable', () => {
    const references = reports.map(({ reporter, clientReference }) => `${reporter} ${clientReference}`);
    expect(new Set(references).size).toBe(references.length);
  });

  it('shares only in groups that the reporter is in, and names members only under RED', () => {
    const wrong = reports.filter(({ reporter, report: { handling } }) => {
      const isForeign = handling.group !== undefined && !groupsOf(reporter).includes(handling.group);
      return isForeign || (handling.tlp !== 'RED' && handling.named !== undefined);
    });
    expect(wrong).toEqual([]);
  });

  it('gives no identifier to two sellers by chance', () => {
    const merchants = inventMerchants(new DemoRandom(1), 200);
    const values = merchants.flatMap((merchant) =>
      merchant.identifiers.map(({ type, scope = '', value }) => `${type} ${scope} ${value}`),
    );
    expect(new Set(values).size).toBe(values.length);
  });
});
