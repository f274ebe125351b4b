import { and, asc, count, eq, isNull, min } from 'drizzle-orm'
import type { Reader } from '../../../../kernel/db.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { within } from '../../../../kernel/reach.ts'
import { titleIssues, titles } from '../../../materials/table.ts'
import { organizations } from '../../../organizations/table.ts'
import { owingAt, owingOf } from '../../../sites/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** How long a parcel may lie before it is counted. */
const countingDays = 7

/** Parcels that came to the branch and nobody has counted. */
export async function incomingParcels({ db, organization, may, isBranch }: Place): Promise<Todo[]> {
  if (!isBranch || !may('materials.receive')) return []
  const [row] = await db
    .select({ count: count(), first: min(titleIssues.on) })
    .from(titleIssues)
    .innerJoin(organizations, eq(organizations.id, titleIssues.toOrganizationId))
    .where(
      and(
        within([organization.path], organizations.path),
        isNull(titleIssues.memberId),
        eq(titleIssues.state, 'sent'),
      ),
    )
  if (!row?.first || row.count === 0) return []
  return [
    {
      key: 'materials:incoming',
      what: `签收 ${row.count} 批书刊教材`,
      why: '上级发来的，点清册数后签收，才进本支部库存',
      clause: '书刊教材发放签收',
      deadline: addDays(row.first, countingDays),
      action: '去签收',
      to: '/materials/issues',
    },
  ]
}

type Owing = Awaited<ReturnType<typeof owingAt>>[number]

function toTell({ siteId, name, months, deadline, clause }: Owing): Todo {
  return {
    key: `site:${siteId}`,
    what: `交“${name}”的使用记录`,
    why: `${months.join('、')}还没有交，办过的活动已经算好，核对就行`,
    clause,
    deadline,
    action: '去填',
    to: '/sites',
  }
}

/** A branch tells of its own sites, one by one; those above see how many have not told. */
export async function owedRecords(place: Place): Promise<Todo[]> {
  const { db, today, organization, may, isBranch } = place
  if (!may(isBranch ? 'sites.record' : 'sites.keep')) return []
  const owing = await owingAt(db, { path: organization.path, today })
  if (isBranch)
    return owing.map((one) => ({ ...toTell(one), to: `/sites?open=${one.unitId}~${one.siteId}` }))
  const late = owing.filter(({ deadline }) => deadline < today)
  const [first] = late.toSorted((one, other) => one.deadline.localeCompare(other.deadline))
  if (!first) return []
  return [
    {
      key: 'sites:late',
      what: `催 ${late.length} 个站点交使用记录`,
      why: `“${first.name}”等站点的月度记录过了期限`,
      clause: first.clause,
      deadline: first.deadline,
      action: '看是哪些',
      to: '/sites?only=owing',
    },
  ]
}

type Own = { readonly unitId: string; readonly memberId: string; readonly path: string }

/** What one member has to do with stock and sites: the sites they manage, the books to acknowledge. */
export async function ownStocks(
  db: Reader,
  { unitId, memberId, path }: Own,
  today: string,
): Promise<Todo[]> {
  const owing = await owingOf(db, { path, today }, { unitId, memberId })
  const given = await db
    .select({ id: titleIssues.id, name: titles.name, on: titleIssues.on })
    .from(titleIssues)
    .innerJoin(
      titles,
      and(eq(titles.unitId, titleIssues.unitId), eq(titles.id, titleIssues.titleId)),
    )
    .where(
      and(
        eq(titleIssues.unitId, unitId),
        eq(titleIssues.memberId, memberId),
        eq(titleIssues.state, 'sent'),
      ),
    )
    .orderBy(asc(titleIssues.on), asc(titleIssues.id))
  const books = given.map(({ id, name, on }) => ({
    key: `given:${id}`,
    what: `确认收到《${name}》`,
    why: '支部发给您的，收到了点一下确认',
    clause: '书刊教材发放签收',
    deadline: addDays(on, countingDays),
    action: '确认收到',
    to: '/materials',
  }))
  return [...owing.map(toTell), ...books]
}
