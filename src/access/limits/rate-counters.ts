import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';

import { mapDatabaseError } from '../../database/index.js';

/** How long a counter is kept, in seconds: longer than its window by what clocks of instances may differ. */
const COUNTER_LIFE_S = 180;

/** The counters that all instances share: one for each caller and window. */
@Injectable()
export class RateCounters {
  readonly #store: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    this.#store = new RateLimiterPostgres({
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: 'rate_counter',
      tableCreated: true,
      keyPrefix: '',
      duration: COUNTER_LIFE_S,
      // The limits differ by caller, so the store only counts: how much of a draw was within a limit is reckoned by us.
      points: 1,
    });
  }

  /** Adds to a counter, and gives what stands in it then. */
  async add(key: string, points: number): Promise<number> {
    try {
      return (await this.#store.penalty(key, points)).consumedPoints;
    } catch (error) {
      throw mapDatabaseError(error);
    }
  }
}
