import { BANK_RANGES } from '../seller.js';
import { activeMembers, type SimulatedMember } from '../world.js';
import { refusedWith, type Step, taken } from './step.js';

interface Asked {
  readonly serviceRange: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** A member says which bank it runs, or that it does so no more. What is listed already is told to it. */
export const changeRanges: Step = {
  name: 'change ranges',
  weight: 2,
  take: async (world) => {
    const { dice } = world;
    const members = activeMembers(world);
    const serving = members.filter(({ ranges }) => ranges.size > 0);
    if (serving.length > 2 && dice.chance(0.5)) {
      await unregister(dice.pick(serving));
      return 'taken';
    }
    const member = dice.pick(members);
    const bank = dice.pick(BANK_RANGES);
    if (member.ranges.has(bank)) return 'nothing to do';
    const holder = world.members.find((other) => other.ranges.has(bank));
    if (holder === undefined) await register(member, bank);
    else refusedWith('a range that another serves', 'RANGE_TAKEN', await asked(member, bank));
    return 'taken';
  },
};

export async function register(member: SimulatedMember, bank: string): Promise<void> {
  const answer = await asked(member, bank);
  taken('a range', answer);
  member.served.add(bank);
  member.ranges.set(bank, answer.serviceRange?.id ?? '');
}

function asked({ caller }: SimulatedMember, bank: string): Promise<Asked> {
  return caller.mutate<Asked>(
    'registerServiceRange',
    { kind: 'IBAN_BANK', value: bank },
    'serviceRange { id }',
  );
}

async function unregister({ caller, ranges }: SimulatedMember): Promise<void> {
  const [[bank, serviceRangeId] = ['', '']] = ranges;
  taken('the end of a range', await caller.mutate('removeServiceRange', { serviceRangeId }));
  ranges.delete(bank);
}
