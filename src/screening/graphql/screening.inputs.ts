import { Field, InputType } from '@nestjs/graphql';
import { CheckedByService } from '../../graphql/index.js';
import { type Purpose, PurposeEnum } from '../../indicator/index.js';
import { SubjectFields } from '../../report/index.js';

@InputType({ description: 'A merchant to screen. Give what you have: more fields make a better answer.' })
export class ScreenedMerchantInput extends SubjectFields {
  @Field({
    description: 'Your own reference, to join the answer by; up to 100 characters, once in a request.',
  })
  ref!: string;
}

@CheckedByService()
@InputType({ description: 'Merchants to screen, and why.' })
export class ScreenMerchantsInput {
  @Field(() => PurposeEnum, { description: 'Why you ask. It stands in the audit log.' })
  purpose!: Purpose;

  @Field(() => [ScreenedMerchantInput], { description: 'The merchants, 1 to 100.' })
  merchants!: ScreenedMerchantInput[];
}
