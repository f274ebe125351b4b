import { contract } from '@zhixing/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { belongsBelow } from '../../members/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { leadersWhere } from '../catalogue/seats.ts'
import { dueAt, planStateOf } from '../steps/sheet.ts'
import { ownLessons, pointsOf } from '../catalogue/there.ts'
import { isLateIn, lacksOf, stateOf } from '../rules.ts'
import { leaderPlans, leaderStudies } from '../table.ts'

/** Leaders are some hundreds: all are read, because what they lack is asked of all. */
export const listLeaders = view(
  contract.leaders.list,
  async ({ db, now, reach }, { organizationId, year, onlyLacking, text, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const today = dayOf(now)
    const among = (unit: SQL, member: SQL) => belongsBelow([organization.path], unit, member)
    const named = text === '' ? sql`true` : sql`m.name ilike ${containing(text)}`
    const found = await leadersWhere(db, { among, where: named }, today)
    const ids = found.map(({ memberId }) => memberId)
    const due = await dueAt(db, organization.path, today)
    const points = Map.groupBy(await pointsOf(db, { memberIds: ids }, year), (one) => one.memberId)
    const lessons = await ownLessons(db, ids, year)
    const plans = await plansOf(db, ids, year)
    const studies = await studiesOf(db, ids, year)
    const all = found.map((leader) => {
      const own = points.get(leader.memberId) ?? []
      const plan = plans.get(leader.memberId)
      const done = studies.get(leader.memberId) ?? []
      const items = (plan?.items ?? []).map((item) => stateOf(item, done, today))
      const counts = {
        points: own.length,
        visits: own.reduce((sum, one) => sum + one.visits, 0),
        lessons: own.reduce((sum, one) => sum + one.lessons, 0),
        planState: planStateOf(plan),
      }
      const overdue = items.filter(({ isOverdue }) => isOverdue).length
      return {
        ...leader,
        ...counts,
        ownLessons: lessons.get(leader.memberId) ?? 0,
        items: items.length,
        itemsDone: items.filter(({ isDone }) => isDone).length,
        studyMinutes: done.reduce((sum, { minutes }) => sum + minutes, 0),
        lacks: lacksOf({ ...counts, overdue, isLate: isLateIn(year, today) }, due),
      }
    })
    const lacking = all.filter(({ lacks }) => lacks.length > 0)
    const shown = onlyLacking ? lacking : all
    return {
      due,
      total: shown.length,
      lacking: lacking.length,
      withoutPoint: all.filter((one) => one.points === 0).length,
      withoutPlan: all.filter(({ planState }) => planState !== 'submitted').length,
      rows: shown.slice((page - 1) * size, page * size),
    }
  },
)

async function plansOf(db: Reader, ids: readonly string[], year: number) {
  const rows = await db
    .select()
    .from(leaderPlans)
    .where(and(oneOf(leaderPlans.memberId, ids), eq(leaderPlans.year, year)))
  return new Map(rows.map((row) => [row.memberId, row]))
}

async function studiesOf(db: Reader, ids: readonly string[], year: number) {
  const rows = await db
    .select({
      memberId: leaderStudies.memberId,
      itemId: leaderStudies.itemId,
      minutes: leaderStudies.minutes,
    })
    .from(leaderStudies)
    .where(and(oneOf(leaderStudies.memberId, ids), eq(leaderStudies.year, year)))
  return Map.groupBy(rows, ({ memberId }) => memberId)
}
