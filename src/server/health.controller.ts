import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { PublicRoute, Unlimited } from '../access/index.js';
import { Database } from '../database/index.js';

const READY = { name: 'health.ready', text: 'select 1' };

/** What a load balancer asks. It tells nothing but up or not. */
@Controller('health')
@PublicRoute()
@Unlimited()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers: it need not be restarted. */
  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: it may be sent requests. 503 while the database cannot be reached. */
  @Get('ready')
  async ready(): Promise<{ readonly status: 'ok' }> {
    try {
      await this.database.statement(READY, []);
    } catch (cause) {
      throw new ServiceUnavailableException('The database cannot be reached.', { cause });
    }
    return { status: 'ok' };
  }
}
