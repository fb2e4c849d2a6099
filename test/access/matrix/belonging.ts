import type { Relation } from './matrix-row.js';
import type { Home, Reader } from './reader.js';

/** The audiences that cases are made for; `own` and `colleague` once for each home. */
export type CaseName =
  | `${'own' | 'colleague'}@${Home}`
  | 'other'
  | 'group'
  | 'outside'
  | 'named'
  | 'unnamed'
  | 'nobody'
  | 'pending'
  | 'withdrawn'
  | 'expired'
  | 'held'
  /** Shared first, and held afterwards: withdrawn to all but those who see what is held. */
  | 'withheld'
  /** The bank's, for one other member alone. */
  | 'sealed@bank';

/** Whose something is, from which follows how it stands to each reader. */
export type Belonging =
  | { readonly of: 'case'; readonly name: CaseName }
  | { readonly of: 'group'; readonly relation: 'group' | 'outside' }
  | { readonly of: 'member'; readonly memberId: string; readonly inactive: boolean }
  /** What members have together: the whole member's. */
  | { readonly of: 'member things'; readonly memberId: string }
  /** A person or what a person or machine made. */
  | {
      readonly of: 'principal';
      readonly memberId: string;
      readonly principalId: string;
      readonly powerful: boolean;
    }
  | { readonly of: 'nobody' };

/** How something stands to a reader. Ids are global ids. */
export function relationTo(reader: Reader, belonging: Belonging): Relation {
  switch (belonging.of) {
    case 'case': {
      if (belonging.name === 'withheld') return reader.column === 'analyst' ? 'held' : 'withdrawn';
      if (belonging.name === 'sealed@bank') return reader.home === 'bank' ? 'own' : 'unnamed';
      const [relation, home] = belonging.name.split('@') as [Exclude<Relation, 'any'>, Home | undefined];
      return home === undefined || home === reader.home ? relation : 'other';
    }
    case 'group':
      return belonging.relation;
    case 'member':
      if (belonging.inactive) return 'inactive';
      return belonging.memberId === reader.member.id ? 'own' : 'other';
    case 'member things':
      return belonging.memberId === reader.member.id ? 'own' : 'other';
    case 'principal':
      if (belonging.memberId !== reader.member.id) return 'other';
      if (belonging.principalId === reader.principalId) return 'own';
      return belonging.powerful ? 'powerful' : 'colleague';
    case 'nobody':
      return 'system';
  }
}
