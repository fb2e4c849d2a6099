import type { TestMember } from '../test/support/members.js';

export interface FedIndicator {
  readonly id: string;
  readonly type: string;
  readonly display: string;
  readonly version: number;
  readonly disputed: boolean;
  readonly sources: string;
  readonly handling: {
    readonly tlp: string;
    readonly sharingGroup: { readonly id: string; readonly name: string } | null;
  };
}

interface Page {
  readonly indicatorChanges: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly indicatorId: string;
      readonly indicator: FedIndicator | null;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const FIELDS = 'id type display version disputed sources handling { tlp sharingGroup { id name } }';
const PAGES_MAX = 1_000;

/** What a member keeps of the register by following the feed alone. */
export class Mirror {
  readonly #known = new Map<string, FedIndicator>();
  #cursor: string | undefined;

  constructor(
    private readonly member: TestMember,
    private readonly noteReceived: (shown: string) => void,
  ) {}

  /** Takes in what is new. */
  async follow(): Promise<void> {
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const { indicatorChanges } = await this.member.query<Page>(
        `query ($after: Cursor) { indicatorChanges(purpose: PERIODIC_REVIEW, first: 100, after: $after) {
           nodes { kind indicatorId indicator { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`,
        { after: this.#cursor },
      );
      for (const { kind, indicatorId, indicator } of indicatorChanges.nodes) {
        if (kind === 'REMOVED') this.#known.delete(indicatorId);
        else if (indicator !== null) this.#known.set(indicatorId, indicator);
        if (indicator !== null) this.noteReceived(shownAs(indicator));
      }
      this.#cursor = indicatorChanges.pageInfo.endCursor;
      if (!indicatorChanges.pageInfo.hasNextPage) return;
    }
    throw new Error('The feed does not come to an end.');
  }

  /** Loses everything, its place in the feed included. */
  forget(): void {
    this.#known.clear();
    this.#cursor = undefined;
  }

  /** What it keeps, in an order that can be compared. */
  kept(): readonly FedIndicator[] {
    return inOrder([...this.#known.values()]);
  }

  /** What the register shows the member, read from it directly. */
  async shown(): Promise<readonly FedIndicator[]> {
    const shown: FedIndicator[] = [];
    for (let after: string | undefined, page = 0; page < PAGES_MAX; page += 1) {
      const { indicators } = await this.member.query<{
        indicators: { nodes: FedIndicator[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(
        `query ($after: Cursor) { indicators(purpose: PERIODIC_REVIEW, first: 100, after: $after) {
           nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      shown.push(...indicators.nodes);
      for (const indicator of indicators.nodes) this.noteReceived(shownAs(indicator));
      if (!indicators.pageInfo.hasNextPage) break;
      after = indicators.pageInfo.endCursor;
    }
    return inOrder(shown);
  }
}

/** How an identifier is named where nothing but type and masked value is shown of it. */
export function shownAs({ type, display }: Pick<FedIndicator, 'type' | 'display'>): string {
  return `${type} ${display}`;
}

function inOrder(indicators: FedIndicator[]): FedIndicator[] {
  return indicators.sort((one, other) => (one.id < other.id ? -1 : 1));
}
