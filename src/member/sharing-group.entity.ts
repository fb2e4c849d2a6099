import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A named set of members, by list or by rule. Its unique name is kept by sharing_group_name_key. */
@Entity('sharing_group')
@Check('sharing_group_rule_check', "rule_kinds <> '{}' and rule_countries <> '{}' and rule_regions <> '{}'")
export class SharingGroupEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  /** The rule of a group by rule (group-rule.ts); all three are null of a group by list. */
  @Column({ type: 'text', array: true, nullable: true })
  ruleKinds!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  ruleCountries!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  ruleRegions!: string[] | null;
}
