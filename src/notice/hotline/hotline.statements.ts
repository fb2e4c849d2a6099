import { accessRule, type NamedStatement } from '../../database/index.js';

export const SELECT_OWN_KIND: NamedStatement = {
  name: 'hotline.selectOwnKind',
  text: `select m.kind from member m where ${accessRule('hotline.own', 'm.id = $1')}`,
};

export const SAVE_TELEPHONE: NamedStatement = {
  name: 'hotline.saveTelephone',
  text: `
    insert into hotline_telephone (member_id, telephone, changed_by, changed_at) values ($1, $2, $3, $4)
    on conflict (member_id) do update
      set telephone = excluded.telephone, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
};

/** The active hotlines with a number, those of the country of the member $1 first, $2 at most. */
export const SELECT_HOTLINES: NamedStatement = {
  name: 'hotline.selectAll',
  text: `
    select m.id as "memberId", m.name, m.country, t.telephone, m.country = own.country as near
    from hotline_telephone t
    join member m on m.id = t.member_id and m.kind = 'HOTLINE' and m.status = 'ACTIVE'
    join member own on own.id = $1
    order by near desc, m.country, m.name, m.id limit $2`,
};
