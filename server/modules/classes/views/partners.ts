import { contract } from '@zhixing/contract'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { classEnrolments, classes, partners } from '../table.ts'

/** Departments that run classes with us, with how many classes and how many people those reached. */
export const listPartners = view(
  contract.partners.list,
  async ({ db, reach }, { organizationId, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const here = within(narrowed.reach, partners.path)
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
          where e.unit_id = ${partners}.unit_id and e.state = 'enrolled'
          and e.learner_kind <> 'observer' and e.class_id in (select c.id ${ofPartner}))`,
      })
      .from(partners)
      .where(here)
      .orderBy(asc(partners.name), asc(partners.id))
      .limit(size)
      .offset((page - 1) * size)
    const [sum] = await db
      .select({ reached: sql<number>`count(*)::int` })
      .from(partners)
      .innerJoin(
        classes,
        and(
          eq(classes.unitId, partners.unitId),
          eq(classes.partnerId, partners.id),
          ne(classes.state, 'cancelled'),
        ),
      )
      .innerJoin(
        classEnrolments,
        and(
          eq(classEnrolments.unitId, classes.unitId),
          eq(classEnrolments.classId, classes.id),
          eq(classEnrolments.state, 'enrolled'),
          ne(classEnrolments.learnerKind, 'observer'),
        ),
      )
      .where(here)
    return { rows, total: await db.$count(partners, here), reached: sum?.reached ?? 0 }
  },
)
