import type { Caller } from './caller.js';

/** One entry of somebody's work list. */
export interface ShownWork {
  readonly id: string;
  readonly kind: string;
  readonly objectId: string;
  readonly urgency: string;
  readonly waitingSince: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

export const WORK = 'id kind objectId urgency waitingSince dueAt overdue';

interface WorkPage {
  readonly nodes: readonly ShownWork[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** The whole of somebody's work list, read in pages of this size; of these kinds or all. */
export async function workOf(
  caller: Pick<Caller, 'query'>,
  kinds: readonly string[] | null = null,
  first = 100,
): Promise<readonly ShownWork[]> {
  const found: ShownWork[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 50; pages += 1) {
    const { myWork }: { myWork: WorkPage } = await caller.query(
      `query ($kinds: [WorkKind!], $after: Cursor) {
         myWork(first: ${first}, kinds: $kinds, after: $after) { nodes { ${WORK} } pageInfo { hasNextPage endCursor } } }`,
      { kinds, after },
    );
    found.push(...myWork.nodes);
    if (!myWork.pageInfo.hasNextPage) return found;
    after = myWork.pageInfo.endCursor;
  }
  throw new Error('The list of work has no end.');
}

/** Of these people by name, those for whom such work waits about this object. */
export async function whoseWork<Name extends string>(
  people: Readonly<Record<Name, Pick<Caller, 'query'>>>,
  kind: string,
  objectId: string,
): Promise<readonly Name[]> {
  const names: Name[] = [];
  for (const name of Object.keys(people) as Name[])
    if ((await workOf(people[name], [kind])).some((item) => item.objectId === objectId)) names.push(name);
  return names;
}
