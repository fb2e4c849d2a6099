import { testConfig } from '../../test/support/database.js';
import type { UserActor } from '../common/actor.js';
import { newId } from '../common/id.js';
import { InvalidInputError } from '../graphql/index.js';
import { FeedCursor } from './feed-cursor.js';

const URL_OF_NONE = 'postgres://nobody@127.0.0.1:1/none';

describe('a cursor of the feed', () => {
  const cursors = new FeedCursor(testConfig(URL_OF_NONE));
  const actor = (values: Partial<UserActor> = {}): UserActor => ({
    kind: 'user',
    memberId: newId('member'),
    userId: newId('user'),
    roles: ['SCREENER'],
    authenticatedAt: new Date(0),
    epoch: 0,
    requestId: 'spec',
    ...values,
  });
  const [member, other] = [actor(), actor()];
  const analyst = { ...member, roles: ['COALITION_ANALYST'] } as const;

  it.each([0n, 1n, 2n ** 40n, 2n ** 63n - 1n])('gives back the place %s', (place) => {
    expect(cursors.read(member, cursors.write(member, place))).toBe(place);
  });

  it('looks new each time, at one length, so that it tells neither a place nor that it moved', () => {
    const written = Array.from({ length: 100 }, (_, index) => cursors.write(member, BigInt(index % 2)));
    expect(new Set(written).size).toBe(100);
    expect(new Set(written.map(({ length }) => length)).size).toBe(1);
  });

  it('is refused to another member, to an analyst, under another key, and when a single character differs', () => {
    const cursor = cursors.write(member, 7n);
    const elsewhere = new FeedCursor(testConfig(URL_OF_NONE, { secretKey: Buffer.alloc(32, 8) }));
    const changed = `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}`;
    for (const read of [
      () => cursors.read(other, cursor),
      () => cursors.read(analyst, cursor),
      () => elsewhere.read(member, cursor),
      () => cursors.read(member, changed),
      () => cursors.read(member, cursor.slice(0, -4)),
      () => cursors.read(member, ''),
    ]) {
      expect(read).toThrow(InvalidInputError);
    }
  });
});
