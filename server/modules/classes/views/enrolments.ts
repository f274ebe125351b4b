import { contract, keysOf } from '@zhixing/contract'
import { enrolmentStates } from '@zhixing/contract/class-words.ts'
import { and, asc, eq, like, sql } from 'drizzle-orm'
import { objectOf } from '../../../kernel/object-of.ts'
import { missing } from '../../../kernel/problem.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { findClass } from '../store/classes.ts'
import { classEnrolments } from '../table.ts'

const states = keysOf(enrolmentStates)

/** Which place in the line of its quota a row has. */
const position = sql<number | null>`case when ${classEnrolments.state} = 'waiting' then
  (rank() over (partition by ${classEnrolments.quotaId}, ${classEnrolments.state}
    order by ${classEnrolments.queue}))::int end`

/** Who sits in a class, who waits, who left. */
export const listEnrolments = view(
  contract.enrolments.list,
  async ({ db, reach }, { unitId, classId, state, text, page, size }) => {
    if (!(await findClass(db, reach, { unitId, classId }))) throw missing('classes.unknown')
    const all = and(eq(classEnrolments.unitId, unitId), eq(classEnrolments.classId, classId))
    const placed = db
      .select({
        enrolmentId: sql<string>`${classEnrolments.id}`.as('enrolment_id'),
        position: position.as('position'),
      })
      .from(classEnrolments)
      .where(all)
      .as('placed')
    const chosen = and(
      all,
      state ? eq(classEnrolments.state, state) : undefined,
      text === '' ? undefined : like(classEnrolments.name, containing(text)),
    )
    const rows = await db
      .select({ row: classEnrolments, position: placed.position })
      .from(classEnrolments)
      .innerJoin(placed, eq(placed.enrolmentId, classEnrolments.id))
      .where(chosen)
      .orderBy(asc(classEnrolments.state), asc(classEnrolments.queue), asc(classEnrolments.nameKey))
      .limit(size)
      .offset((page - 1) * size)
    const counted = await db
      .select({ state: classEnrolments.state, count: sql<number>`count(*)::int` })
      .from(classEnrolments)
      .where(all)
      .groupBy(classEnrolments.state)
    return {
      rows: rows.map(({ row, position: at }) => ({
        enrolmentId: row.id,
        memberUnitId: row.memberUnitId,
        memberId: row.memberId,
        name: row.name,
        organizationName: row.organizationName,
        learnerKind: row.learnerKind,
        state: row.state,
        way: row.way,
        position: at,
        at: row.at.toISOString(),
        reason: row.reason,
        score: row.score,
        missedMinutes: row.missedMinutes,
        outcome: row.outcome,
        result: row.result,
        resultReason: row.resultReason,
        version: row.version,
      })),
      total: await db.$count(classEnrolments, chosen),
      counts: objectOf<Record<keyof typeof enrolmentStates, number>>(
        states.map((key) => [key, counted.find((one) => one.state === key)?.count ?? 0] as const),
      ),
    }
  },
)
