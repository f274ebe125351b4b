import { contract } from '@zhixing/contract'
import { requirementNames } from '@zhixing/contract/learning-words.ts'
import { and, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { ownView } from '../../../kernel/view.ts'
import { hoursText, monthDay } from '../../../kernel/words.ts'
import { findAhead } from '../../activities/views/mine.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { lagging } from '../../requirements/index.ts'
import { seatsOf } from '../../duties/index.ts'
import { countsAsked, slipsToCast } from './todos/ballots.ts'
import { ownConduct } from './todos/conduct.ts'
import { appraisalAsked } from './todos/appraisal.ts'
import { cultivationAsked } from './todos/development.ts'
import { duesOwed } from './todos/dues.ts'
import { unsigned } from './todos/duties.ts'
import { rolesToAccept } from './todos/roles.ts'
import { ownStocks } from './todos/stocks.ts'
import { studyGroupsAsked } from './todos/study-groups.ts'
import { askedTo } from './todos/talks.ts'
import { learningAsked } from './todos/learning.ts'
import { byUrgency } from '../rules/todo.ts'
import type { Todo } from '../rules/todo.ts'

const todosMost = 100

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
})

/** What lies ahead of one member: what they are called to, and what they still owe. */
export const showMember = ownView(contract.home.member, async ({ db, now, actor }) => {
  const today = dayOf(now)
  const { unitId, memberId, name } = actor
  const [own] = memberId
    ? await db
        .select({ member: members, organizationName: organizations.name, path: organizations.path })
        .from(members)
        .innerJoin(organizations, eq(organizations.id, members.organizationId))
        .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
    : []
  const base = { today, name }
  if (!memberId || !own)
    return { ...base, organizationName: '', isMember: false, stage: null, todos: [] }

  const only = { unitId, memberId, organizationId: own.member.organizationId }
  const owed = await lagging(db, { path: own.path, now, only })
  const seats = await seatsOf(db, { unitId, memberId, day: today })
  const talks = await askedTo(db, { unitId, memberId })
  const asked = [...talks, ...(await rolesToAccept(db, { unitId, memberId, day: today }))]
  const todos = [
    ...(await slipsToCast(db, actor, now)),
    ...(await countsAsked(db, actor, now)),
    ...(await calledTo(db, actor, now)),
    ...owed.map(toMakeUp),
    ...unsigned(seats),
    ...asked,
    ...(await appraisalAsked(db, { unitId, memberId }, today)),
    ...(await learningAsked(db, actor, today)),
    ...(await duesOwed(db, { unitId, memberId, now })),
    ...(await ownConduct(db, { unitId, memberId, path: own.path, now })),
    ...(await cultivationAsked({ db, actor, now }, today)),
    ...(await studyGroupsAsked(db, { memberId, now }, today)),
    ...(await ownStocks(db, { unitId, memberId, path: own.path }, today)),
  ]
  return {
    ...base,
    organizationName: own.organizationName,
    isMember: true,
    stage: own.member.stage,
    todos: byUrgency(todos, today).slice(0, todosMost),
  }
})

async function calledTo(...[db, actor, now]: Parameters<typeof findAhead>): Promise<Todo[]> {
  const { rows } = await findAhead(db, actor, now)
  return rows
    .filter(({ isCancelled, way }) => !isCancelled && way !== 'leave')
    .map(({ unitId, activityId, title, startsAt, place, organizationName, mark }) => {
      const at = new Date(startsAt)
      const day = dayOf(at)
      return {
        key: `activity:${activityId}`,
        what: mark === 'present' ? `已签到：${title}` : `参加${title}`,
        why: `${monthDay(day)} ${clock.format(at)}，${[organizationName, place].filter(Boolean).join('，')}`,
        clause: '支部通知',
        deadline: day,
        action: '查看安排',
        to: `/activities/${unitId}/${activityId}`,
      }
    })
}

type Owed = Awaited<ReturnType<typeof lagging>>[number]

function toMakeUp({ requirement, asked, year, tally, first }: Owed): Todo {
  const isHours = requirement.measure === 'minutes'
  const deadline = first[0]?.deadline ?? `${year}-12-31`
  return {
    key: `study:${requirement.key}`,
    what: isHours
      ? `还差 ${hoursText(tally.gapMinutes)} 学时`
      : `${requirementNames[requirement.key]}还没有完成`,
    why: asked.sentence,
    clause: asked.clause,
    deadline,
    action: '看怎么算的',
    to: `/me/hours?requirement=${requirement.key}`,
  }
}
