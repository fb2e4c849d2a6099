import { Global, Module } from '@nestjs/common';

import { Clock, SystemClock } from '../common/clock.js';

/** Gives every part the time. Tests and the simulation put another clock in its place. */
@Global()
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
export class ClockModule {}
