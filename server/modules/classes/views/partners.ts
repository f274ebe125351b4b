import { contract } from '@zhixing/contract'
import { asc, sql } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { classEnrolments, classes, partners } from '../table.ts'

/** Departments that run classes with us, with how many classes and how many people those reached. */
export const listPartners = view(
  contract.partners.list,
  async ({ db, reach }, { organizationId }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const ofPartner = sql`from ${classes} as c where c.unit_id = ${partners.unitId}
      and c.partner_id = ${partners.id} and c.state <> 'cancelled'`
    const rows = await db
      .select({
        unitId: partners.unitId,
        partnerId: partners.id,
        name: partners.name,
        field: partners.field,
        contactName: partners.contactName,
        contactPhone: partners.contactPhone,
        version: partners.version,
        classes: sql<number>`(select count(*)::int ${ofPartner})`,
        beneficiaries: sql<number>`(select count(*)::int from ${classEnrolments} as e
          where e.unit_id = ${partners.unitId} and e.state = 'enrolled'
          and e.learner_kind <> 'observer' and e.class_id in (select c.id ${ofPartner}))`,
      })
      .from(partners)
      .where(within(narrowed.reach, partners.path))
      .orderBy(asc(partners.name))
    return { rows }
  },
)
