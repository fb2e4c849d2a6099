import type { UserActor } from '../../../common/actor.js';
import type { Database } from '../../../database/index.js';
import { actingPerson } from '../acting-person.js';

/** The analyst in whose name the operator of the server decides. @throws CliError when there is no such active analyst. */
export function actingAnalyst(database: Database, email: string): Promise<UserActor> {
  return actingPerson(database, email, 'merchant:judge', 'coalition analyst');
}
