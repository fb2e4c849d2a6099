import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Connection, connectionOf, DateTimeScalar } from '../../graphql/index.js';
import type { IdentifierType, Strength } from '../../identifier/index.js';
import {
  IdentifierTypeEnum,
  type ReportReason,
  ReportReasonEnum,
  StrengthEnum,
  type Tlp,
  TlpEnum,
} from '../../report/index.js';
import type { Confidence } from '../confidence.js';
import type { IndicatorStatus } from '../indicator-status.js';
import type { ChangeKind } from '../shared-indicator.js';
import type { SourceBand } from '../source-band.js';
import { ChangeKindEnum, ConfidenceEnum, IndicatorStatusEnum, SourceBandEnum } from './indicator.enums.js';

@ObjectType({ description: 'A sharing group that you are in, as it stands on what is shared there.' })
export class HandlingGroup {
  @Field(() => ID, { description: 'The group.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'Who may see an indicator, and whom they may tell.' })
export class IndicatorHandling {
  @Field(() => TlpEnum, { description: 'The level.' })
  tlp!: Tlp;

  @Field(() => HandlingGroup, {
    nullable: true,
    description: 'The sharing group; null: the whole coalition.',
  })
  sharingGroup!: HandlingGroup | null;
}

@ObjectType('Indicator', {
  description:
    'One identifier of a listed merchant, as shared. A lead, not a verdict. It tells neither who reported nor when exactly: times are given to the week.',
})
export class IndicatorType {
  @Field(() => ID, { description: 'Its id, the same in every version.' })
  id!: string;

  @Field(() => ID, {
    description:
      'A merchant that it belongs to. What is shared in several ways may have several such ids: `merchant` answers to each.',
  })
  merchantId!: string;

  @Field(() => IdentifierTypeEnum, { description: 'What it is.' })
  type!: IdentifierType;

  @Field(() => String, {
    nullable: true,
    description: 'Within what the value is unique, where that may be told.',
  })
  scope!: string | null;

  @Field({
    description: 'The value: a host defanged, accounts and personal numbers masked, a person by initials.',
  })
  display!: string;

  @Field(() => StrengthEnum, { description: 'What a match on it alone may do.' })
  strength!: Strength;

  @Field({ description: 'Whether unrelated merchants hold it too: a match on it alone then says little.' })
  shared!: boolean;

  @Field(() => IndicatorStatusEnum, { description: 'Where it stands.' })
  status!: IndicatorStatus;

  @Field({
    description: 'Whether its listing is challenged. It may end soon: look twice before you act on it.',
  })
  disputed!: boolean;

  @Field(() => Int, { description: 'Its version, from 1.' })
  version!: number;

  @Field(() => ReportReasonEnum, { description: 'The gravest reason for which its merchant is listed.' })
  reason!: ReportReason;

  @Field(() => ConfidenceEnum, { description: 'How sure the coalition is.' })
  confidence!: Confidence;

  @Field(() => SourceBandEnum, { description: 'How many members reported independently, besides one.' })
  sources!: SourceBand;

  @Field(() => IndicatorHandling, { description: 'Who may see it, and whom they may tell.' })
  handling!: IndicatorHandling;

  @Field(() => DateTimeScalar, { description: 'Start of the week since which it is listed.' })
  validFrom!: Date;

  @Field(() => DateTimeScalar, {
    description:
      'When its listing ends. That independent reports extend it is told only in the last twelve weeks before.',
  })
  validUntil!: Date;

  @Field(() => DateTimeScalar, { description: 'Start of the week of its last change.' })
  changedAt!: Date;
}

@ObjectType({ description: 'Indicators, in an order that tells nothing.' })
export class IndicatorConnection extends connectionOf(IndicatorType, 'Indicator') {}

@ObjectType('IndicatorChange', {
  description: 'One entry of the feed: how an indicator stands from here on.',
})
export class IndicatorChangeType {
  @Field(() => ChangeKindEnum, { description: 'What happened.' })
  kind!: ChangeKind;

  @Field(() => ID, { description: 'The indicator.' })
  indicatorId!: string;

  @Field(() => IndicatorType, {
    nullable: true,
    description: 'The indicator as it is now; null when it was removed.',
  })
  indicator!: IndicatorType | null;

  @Field(() => DateTimeScalar, { description: 'Start of the week of the change.' })
  changedAt!: Date;
}

@ObjectType({
  description:
    'The feed, oldest change first. `pageInfo.endCursor` is always there, also on an empty page: keep it and go on from it. It never expires.',
})
export class IndicatorChangeConnection
  extends connectionOf(IndicatorChangeType, 'IndicatorChange')
  implements Connection<IndicatorChangeType> {}
