import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { fromGlobalId } from '../../common/id.js';
import { type Connection, pageRequestOf, toConnection, toUserErrors } from '../../graphql/index.js';
import { ALERT_NOT_FOUND, AlertService } from '../alert.service.js';
import { AcknowledgeAlertInput, AlertsArgs } from './alert.inputs.js';
import { AcknowledgeAlertPayload, AlertConnection, AlertType, EscalatedAlertsType } from './alert.types.js';
import { toAlert, toEscalatedAlerts } from './to-alert.js';

/** A member's news. */
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(
    private readonly service: AlertService,
    private readonly clock: Clock,
  ) {}

  @Query(() => AlertType, {
    name: 'alert',
    nullable: true,
    description: 'An alert of your member. Null when there is none.',
  })
  @Requires('alert:read')
  async find(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) globalId: string,
  ): Promise<AlertType | null> {
    const id = fromGlobalId('alert', globalId);
    const alert = id && (await this.service.find(actor, id));
    return alert === undefined ? null : toAlert(alert, this.clock.now());
  }

  @Query(() => AlertConnection, {
    name: 'alerts',
    description:
      'News for your member, the critical first, then the newest. What is handed over is delivered.',
  })
  @Requires('alert:read')
  async list(@CurrentActor() actor: Actor, @Args() args: AlertsArgs): Promise<Connection<AlertType>> {
    const { statuses, kinds, urgencies, overdue } = args.filter ?? {};
    const page = await this.service.list(actor, {
      filter: {
        statuses: statuses ?? undefined,
        kinds: kinds ?? undefined,
        urgencies: urgencies ?? undefined,
        overdue: overdue ?? undefined,
      },
      page: pageRequestOf(args),
    });
    const now = this.clock.now();
    return toConnection(page, (alert) => toAlert(alert, now));
  }

  @Query(() => [EscalatedAlertsType], {
    description:
      'What members let lie, counted by member and kind: the critical first, then what waits longest, at most 200.',
  })
  @Requires('alert:oversee')
  async escalatedAlerts(@CurrentActor() actor: Actor): Promise<readonly EscalatedAlertsType[]> {
    return (await this.service.escalated(actor)).map(toEscalatedAlerts);
  }

  @Mutation(() => AcknowledgeAlertPayload, { description: 'Says that your member has read an alert.' })
  @Requires('alert:acknowledge')
  async acknowledgeAlert(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which alert.' }) { alertId }: AcknowledgeAlertInput,
  ): Promise<AcknowledgeAlertPayload> {
    const id = fromGlobalId('alert', alertId);
    if (id === undefined) return { alert: null, userErrors: toUserErrors([ALERT_NOT_FOUND]) };
    const result = await this.service.acknowledge(actor, id);
    return result.ok
      ? { alert: toAlert(result.value, this.clock.now()), userErrors: [] }
      : { alert: null, userErrors: toUserErrors(result.refusals) };
  }
}
