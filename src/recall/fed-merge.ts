import { Injectable } from '@nestjs/common';
import type { MemberId } from '../common/id.js';
import { BackgroundWork, Database } from '../database/index.js';
import { MERGE_FED } from './sql/merge-fed.js';

/** How often it is begun anew: till then a member that follows closely leaves a range for each page with news. */
const PAUSE_MS = 30_000;
/** Members that one transaction looks at. */
const MEMBERS_MAX = 200;
/** The widest gap, in places of the feed, that is looked through for something that was not handed out. */
const GAP_MAX = 10_000;

/** Keeps what is known of members that follow the feed small: ranges that follow on each other become one. */
@Injectable()
export class FedMerge {
  #behind: MemberId | null = null;

  constructor(
    private readonly database: Database,
    work: BackgroundWork,
  ) {
    work.add('FedMerge', () => this.round(), PAUSE_MS);
  }

  /** The next members; gives whether there are more. */
  async round(): Promise<boolean> {
    const [looked] = await this.database.systemStatement<{ last: MemberId }>('resolver', MERGE_FED, [
      this.#behind,
      MEMBERS_MAX,
      GAP_MAX,
    ]);
    this.#behind = looked?.last ?? null;
    return looked !== undefined;
  }
}
