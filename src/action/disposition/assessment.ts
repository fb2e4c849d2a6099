/** What a member itself makes of a lead, once it has looked (product.md, "disposition"). */
export const ASSESSMENTS = ['SAME_MERCHANT', 'NOT_SAME_MERCHANT', 'UNSURE'] as const;

export type Assessment = (typeof ASSESSMENTS)[number];
