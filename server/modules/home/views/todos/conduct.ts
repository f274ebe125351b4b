import { and, asc, count, eq, inArray, like, lt } from 'drizzle-orm'
import { addDays } from '../../../../kernel/calendar.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { clocksAt } from '../../../conduct/index.ts'
import { conductCases, conductLeads, conductTasks } from '../../../conduct/table.ts'
import { members } from '../../../members/table.ts'
import { talks } from '../../../talks/table.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const clause = '《中国共产党党员教育管理工作条例》第二十八条至第三十一条'
/** A talk so lately is the talk that was asked for. */
const lately = 60
const soon = 7

/** Whom a branch has to talk with because a clock runs, whose work waits for its word, and what was prepared. */
export async function conductTodos(place: Place): Promise<Todo[]> {
  if (!place.may('conduct.view')) return []
  const leads = place.may('conduct.discipline') ? await dueLeads(place) : []
  if (!place.isBranch) return leads
  return [
    ...(await toTalkWith(place)),
    ...(await reported(place)),
    ...(await drafts(place)),
    ...leads,
  ]
}

async function toTalkWith({ db, now, today, organization }: Place): Promise<Todo[]> {
  const { path } = organization
  const watched = await clocksAt(db, { path, now })
  const grave = watched.filter(({ stage }) => stage !== 'clear' && stage !== 'amber')
  if (grave.length === 0) return []
  const held = await db
    .select({ memberId: talks.memberId, heldOn: talks.heldOn, state: talks.state })
    .from(talks)
    .where(like(talks.path, `${path}%`))
  const since = addDays(today, -lately)
  const spoken = new Set(
    held
      .filter(
        ({ heldOn, state }) =>
          state === 'planned' || state === 'following' || (heldOn !== null && heldOn >= since),
      )
      .map(({ memberId }) => memberId),
  )
  const waiting = grave.filter(({ memberId }) => !spoken.has(memberId))
  if (waiting.length === 0) return []
  const worst = (one: (typeof waiting)[number]) =>
    Math.max(...one.clocks.map(({ months }) => months))
  return [
    {
      key: 'conduct:talk',
      what: `与 ${waiting.length} 名长期不履行义务的党员谈话`,
      why: someOf(waiting.map((one) => `${one.name}（${worst(one)} 个月）`)),
      clause,
      deadline: null,
      action: '看为什么',
      to: '/conduct',
    },
  ]
}

async function reported({ db, organization }: Place): Promise<Todo[]> {
  const [row] = await db
    .select({ count: count() })
    .from(conductTasks)
    .where(
      and(like(conductTasks.path, `${organization.path}%`), eq(conductTasks.state, 'reported')),
    )
  if (!row || row.count === 0) return []
  return [
    {
      key: 'conduct:reported',
      what: `确认 ${row.count} 项党员报告完成的工作`,
      why: '本人已经报告做完，看过以后确认或者退回',
      clause,
      deadline: null,
      action: '去确认',
      to: '/conduct/tasks?state=reported',
    },
  ]
}

async function drafts({ db, organization, actor }: Place): Promise<Todo[]> {
  const rows = await db
    .select({ case: conductCases, name: members.name })
    .from(conductCases)
    .innerJoin(
      members,
      and(eq(members.unitId, conductCases.unitId), eq(members.id, conductCases.memberId)),
    )
    .where(and(like(conductCases.path, `${organization.path}%`), eq(conductCases.state, 'draft')))
    .orderBy(asc(conductCases.openedOn), asc(conductCases.id))
  return rows
    .filter((row) => row.case.memberId !== actor.memberId)
    .map(({ case: { unitId, id }, name }) => ({
      key: `conduct:draft:${id}`,
      what: `核实${name}的处置草稿`,
      why: '规定的月数已满，核实有无正当理由后办理或者了结',
      clause,
      deadline: null,
      action: '看草稿',
      to: `/conduct/cases?open=${unitId}:${id}`,
    }))
}

async function dueLeads({ db, today, organization }: Place): Promise<Todo[]> {
  const rows = await db
    .select()
    .from(conductLeads)
    .where(
      and(
        like(conductLeads.path, `${organization.path}%`),
        inArray(conductLeads.state, ['received', 'handling']),
        lt(conductLeads.dueOn, addDays(today, soon + 1)),
      ),
    )
    .orderBy(asc(conductLeads.dueOn), asc(conductLeads.id))
  const [first] = rows
  if (!first) return []
  return [
    {
      key: 'conduct:leads',
      what: `办结 ${rows.length} 条问题线索`,
      why: `最早的应在 ${first.dueOn} 前办结`,
      clause: '及时介入、纠正、查处',
      deadline: first.dueOn,
      action: '去处置',
      to: '/conduct/leads',
    },
  ]
}

type Somebody = {
  readonly unitId: string
  readonly memberId: string
  readonly path: string
  readonly now: Date
}

/** What somebody's own clocks, tasks and cases ask of them. */
export async function ownConduct(
  db: Reader,
  { unitId, memberId, path, now }: Somebody,
): Promise<Todo[]> {
  const [watched] = await clocksAt(db, { path, memberId, now })
  const running = (watched?.clocks ?? []).filter(({ stage }) => stage !== 'clear')
  const tasks = await db
    .select()
    .from(conductTasks)
    .where(
      and(
        eq(conductTasks.unitId, unitId),
        eq(conductTasks.memberId, memberId),
        eq(conductTasks.state, 'open'),
      ),
    )
    .orderBy(asc(conductTasks.dueOn), asc(conductTasks.id))
  const cases = await db
    .select()
    .from(conductCases)
    .where(
      and(
        eq(conductCases.unitId, unitId),
        eq(conductCases.memberId, memberId),
        eq(conductCases.state, 'open'),
      ),
    )
  const own = { clause, action: '查看', to: '/conduct' }
  return [
    ...running.map(({ clock, sentence }) => ({
      ...own,
      key: `conduct:${clock}`,
      what: '履行党员义务',
      why: `您${sentence}，补上一次就重新计算`,
      deadline: null,
    })),
    ...tasks.map(({ id, title, dueOn }) => ({
      ...own,
      key: `task:${id}`,
      what: `完成：${title}`,
      why: '支部分配给您的工作，做完后在这里报告',
      deadline: dueOn,
    })),
    ...cases
      .filter(({ statementWay, decidedOn }) => statementWay !== 'own' && decidedOn === null)
      .map(({ id }) => ({
        ...own,
        key: `conduct:case:${id}`,
        what: '写下您的陈述',
        why: '支部正在研究一件与您有关的事项，请您说明情况',
        deadline: null,
      })),
  ]
}
