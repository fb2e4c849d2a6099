import type { TestApp } from './support/app.js';
import type { Caller } from './support/caller.js';
import { givenCoalition, givenGroup, givenMembers } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

interface SeenIndicator {
  readonly id: string;
  readonly status: string;
  readonly disputed: boolean;
  readonly opinions: {
    readonly confirmed: string;
    readonly seenToo: string;
    readonly falsePositive: string;
    readonly own: { readonly kind: string; readonly note: string | null } | null;
  };
}

const OF_INDICATOR = `id status disputed opinions { confirmed seenToo falsePositive own { kind note } }`;

describe('opinions', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(() => app.close());

  async function seen(reader: Caller, id: string): Promise<SeenIndicator | null> {
    const { indicator } = await reader.query<{ indicator: SeenIndicator | null }>(
      `query ($id: ID!) { indicator(id: $id, purpose: INVESTIGATION) { ${OF_INDICATOR} } }`,
      { id },
    );
    return indicator;
  }

  /** The indicator of the only identifier of a new report. */
  async function listed(reporter: Caller, report: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const reportId = await reports(
      reporter,
      aReport({ identifiers: [{ type: 'IBAN', value: anIban() }], ...report }),
    );
    await settled(app);
    expect(reportId).toMatch(/^rpt_/);
    const { indicatorChanges } = await reporter.query<{
      indicatorChanges: { nodes: { indicatorId: string; kind: string }[] };
    }>('{ indicatorChanges(purpose: INVESTIGATION, first: 100) { nodes { indicatorId kind } } }');
    return indicatorChanges.nodes.filter(({ kind }) => kind === 'LISTED').at(-1)?.indicatorId ?? '';
  }

  async function gives(member: Caller, indicatorId: string, opinion: string, note?: string): Promise<void> {
    const { userErrors } = await member.mutate('giveOpinion', { indicatorId, opinion, note });
    expect(userErrors).toEqual([]);
  }

  it('counts the opinions of active members alone', async () => {
    const { reporter, one, two, three, four } = await givenMembers(
      app,
      'reporter',
      'one',
      'two',
      'three',
      'four',
    );
    const { admin } = await givenCoalition(app);
    const id = await listed(reporter);
    const changes = async (step: string, member: { readonly id: string }): Promise<void> => {
      const { userErrors } = await admin.mutate(step, { memberId: member.id, reason: 'As the test says.' });
      expect(userErrors).toEqual([]);
      await settled(app);
    };
    const shown = async (): Promise<unknown> => {
      const { disputed, opinions } = (await seen(reporter, id)) ?? {};
      return [disputed, opinions?.falsePositive];
    };
    for (const member of [one, two, three, four]) await gives(member, id, 'FALSE_POSITIVE');
    await settled(app);
    expect(await shown()).toEqual([true, 'THREE_TO_NINE']);

    await changes('suspendMember', one);
    expect(await shown()).toEqual([true, 'UNDER_THREE']);
    await changes('endMembership', two);
    await changes('suspendMember', three);
    expect(await shown()).toEqual([false, 'UNDER_THREE']);
    await changes('resumeMember', one);
    expect(await shown()).toEqual([true, 'UNDER_THREE']);
  });

  it('has a member hold one at a time, shown whole to it and as a band to others', async () => {
    const { reporter, bank, other } = await givenMembers(app, 'reporter', 'bank', 'other');
    const id = await listed(reporter);
    await gives(bank, id, 'SEEN_TOO', 'A merchant of ours has it.');
    await gives(bank, id, 'CONFIRMED');
    await settled(app);

    expect((await seen(bank, id))?.opinions).toEqual({
      confirmed: 'UNDER_THREE',
      seenToo: 'UNDER_THREE',
      falsePositive: 'UNDER_THREE',
      own: { kind: 'CONFIRMED', note: null },
    });
    expect((await seen(other, id))?.opinions.own).toBeNull();
  });

  it('is disputed once two unrelated members call it a false positive, until one takes that back', async () => {
    const { reporter, one, two } = await givenMembers(app, 'reporter', 'one', 'two');
    const id = await listed(reporter);
    await gives(one, id, 'FALSE_POSITIVE');
    await settled(app);
    expect(await seen(reporter, id)).toMatchObject({ status: 'ACTIVE', disputed: false });

    await gives(two, id, 'FALSE_POSITIVE');
    await settled(app);
    expect(await seen(reporter, id)).toMatchObject({ status: 'DISPUTED', disputed: true });

    await one.mutate('withdrawOpinion', { indicatorId: id });
    await settled(app);
    expect(await seen(reporter, id)).toMatchObject({ status: 'ACTIVE', disputed: false });
  });

  it('counts members that relay one source as one', async () => {
    const { one, two, other } = await givenMembers(app, 'one', 'two', 'other');
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    const relayed = { identifiers, externalReference: 'HOTLINE-RELAYED' };
    const id = await listed(one, relayed);
    // Later than the first: of two that come at one moment either may give the merchant its handle.
    app.clock.advance({ seconds: 1 });
    await reports(two, aReport(relayed));
    await settled(app);
    await gives(one, id, 'FALSE_POSITIVE');
    await gives(two, id, 'FALSE_POSITIVE');
    await settled(app);
    expect((await seen(other, id))?.status).toBe('ACTIVE');

    await gives(other, id, 'FALSE_POSITIVE');
    await settled(app);
    expect((await seen(other, id))?.status).toBe('DISPUTED');
  });

  it('tells a number from four on, and then in bands', async () => {
    const { reporter, ...others } = await givenMembers(app, 'reporter', 'a', 'b', 'c', 'd');
    const id = await listed(reporter);
    await gives(reporter, id, 'CONFIRMED');
    for (const member of [others.a, others.b, others.c]) await gives(member, id, 'CONFIRMED');
    await settled(app);
    expect((await seen(others.d, id))?.opinions.confirmed).toBe('UNDER_THREE');

    await gives(others.d, id, 'CONFIRMED');
    await settled(app);
    expect((await seen(reporter, id))?.opinions.confirmed).toBe('THREE_TO_NINE');
  });

  it('is refused on an indicator that the member may not see exactly as on one that there is not', async () => {
    const { reporter, insider, outsider } = await givenMembers(app, 'reporter', 'insider', 'outsider');
    const group = await givenGroup(app, reporter, insider);
    const id = await listed(reporter, { handling: { tlp: 'AMBER', sharingGroupId: group } });
    const refusal = (indicatorId: string): Promise<unknown> =>
      outsider.mutate(
        'giveOpinion',
        { indicatorId, opinion: 'CONFIRMED' },
        'opinion { kind } urlPathDropped',
      );

    const hidden = await refusal(id);
    expect(hidden).toMatchObject({ opinion: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await refusal('ind_AAAAAAAAQACAAAAAAAAAAA')).toEqual(hidden);
    expect(await refusal('nonsense')).toEqual(hidden);
    expect(await outsider.refusalCodes('withdrawOpinion', { indicatorId: id })).toEqual(['NOT_FOUND']);
  });

  it('passes its note through the gate', async () => {
    const { reporter, bank } = await givenMembers(app, 'reporter', 'bank');
    const id = await listed(reporter);
    expect(
      await bank.refusalCodes('giveOpinion', {
        indicatorId: id,
        opinion: 'OUTDATED',
        note: '4111 1111 1111 1111',
      }),
    ).toEqual(['CARD_NUMBER']);
    expect(
      await bank.mutate(
        'giveOpinion',
        { indicatorId: id, opinion: 'OUTDATED', note: 'See https://shop.example/album/7' },
        'opinion { note } urlPathDropped',
      ),
    ).toEqual({ opinion: { note: 'See shop.example' }, urlPathDropped: true, userErrors: [] });
  });

  it('is given and withdrawn by those whose role it is', async () => {
    const { bank } = await givenMembers(app, 'bank');
    const input = { indicatorId: 'ind_AAAAAAAAQACAAAAAAAAAAA' };
    for (const role of ['COALITION_ANALYST', 'COALITION_ADMIN', 'LIAISON', 'AUDITOR'] as const)
      expect(await (await bank.as(role)).mutationErrorCodes('withdrawOpinion', input)).toEqual(['FORBIDDEN']);
    const machine = await bank.client('opinion:give');
    expect(await machine.refusalCodes('withdrawOpinion', input)).toEqual(['NOT_FOUND']);
  });
});
