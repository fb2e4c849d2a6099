import { createTestDatabase, openTestDatabase, testConfig } from '../../../test/support/database.js';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { BackgroundWork } from '../background-work.js';
import { NightlySchedule, type NightlyStep } from './nightly-schedule.js';

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let opened: Awaited<ReturnType<typeof openTestDatabase>>;
const clock = new FakeClock('2026-06-01T23:00:00.000Z');

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  opened = await openTestDatabase(testDatabase);
});
afterAll(async () => {
  await opened.close();
  await testDatabase.drop();
});

/** An instance whose one work is this. */
function anInstance(name: string, step: NightlyStep): NightlySchedule {
  const work = new BackgroundWork(testConfig('postgres://localhost/none'));
  const schedule = new NightlySchedule(opened.database, clock, work);
  schedule.add(name, step);
  return schedule;
}

/** Runs until nothing is due; gives how many rounds there were. */
async function runs(schedule: NightlySchedule): Promise<number> {
  let rounds = 0;
  while (await schedule.round()) rounds += 1;
  return rounds;
}

/** A work of three steps that notes where each began. */
function threeSteps(places: (string | undefined)[]): NightlyStep {
  return (place) => {
    places.push(place);
    const next = { first: 'second', second: undefined }[place ?? ''];
    return Promise.resolve(place === undefined ? 'first' : next);
  };
}

describe('the work of the night', () => {
  it('is done once a day, step by step, by whichever instance comes first', async () => {
    const places: (string | undefined)[] = [];
    const [one, other] = [anInstance('once', threeSteps(places)), anInstance('once', threeSteps(places))];
    const rounds = await Promise.all([runs(one), runs(other)]);
    expect(places).toEqual([undefined, 'first', 'second']);
    expect(rounds.sort()).toEqual([0, 3]);
    expect(await runs(one)).toBe(0);
    clock.advance({ hours: 1 });
    expect((await runs(one)) + (await runs(other))).toBe(3);
  });

  it('is done once after nights without any instance', async () => {
    const places: (string | undefined)[] = [];
    await runs(anInstance('absent', threeSteps(places)));
    clock.advance({ days: 3 });
    await runs(anInstance('absent', threeSteps(places)));
    expect(places.length).toBe(6);
  });

  it('is taken over where nothing was heard of it for a quarter of an hour, from where it got to', async () => {
    const places: (string | undefined)[] = [];
    const died = anInstance('died', threeSteps(places));
    await died.round();
    const heir = anInstance('died', threeSteps(places));
    expect(await heir.round()).toBe(false);
    clock.advance({ minutes: 14, seconds: 59 });
    expect(await heir.round()).toBe(false);
    clock.advance({ seconds: 1 });
    expect(await runs(heir)).toBe(2);
    expect(places).toEqual([undefined, 'first', 'second']);
  });

  it('that fails holds up no other, and is tried again', async () => {
    let tries = 0;
    const places: (string | undefined)[] = [];
    const schedule = anInstance('fails', () => {
      tries += 1;
      return Promise.reject(new Error('not today'));
    });
    schedule.add('works', threeSteps(places));
    await expect(schedule.round()).rejects.toThrow('not today');
    expect(await runs(schedule)).toBe(3);
    clock.advance({ minutes: 15 });
    await expect(schedule.round()).rejects.toThrow('not today');
    expect(tries).toBe(2);
  });

  it('is added once', () => {
    const schedule = anInstance('twice', threeSteps([]));
    expect(() => {
      schedule.add('twice', threeSteps([]));
    }).toThrow('scheduled once');
  });
});
