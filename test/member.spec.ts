import { createTestApp, type TestApp } from './support/app.js';
import { givenMembers } from './support/members.js';

describe('x', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  it('viewer', async () => {
    const { a } = await givenMembers(app, 'a', 'b');
    console.log(
      JSON.stringify(
        await a.query(
          '{ viewer { member { id name status } user { email roles } permissions } users { nodes { id } } members { nodes { name region } } auditEntries { nodes { action objectIds principalId} } }',
        ),
      ),
    );
  });
});
