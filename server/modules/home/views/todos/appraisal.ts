import { and, eq, isNull, like, ne, or, sql } from 'drizzle-orm'
import { appraisalStages } from '@zhixing/contract/appraisal-words.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { yearOf } from '../../../../kernel/calendar.ts'
import type { Reader } from '../../../../kernel/db.ts'
import {
  appraisalOpinions,
  appraisalPeople,
  appraisals,
  heartTalks,
  shortcomings,
} from '../../../appraisal/table.ts'
import { headOf } from '../../../appraisal/views/round.ts'
import { resultOf } from '../../../ballots/index.ts'
import { ruleAt } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** From this month on a branch without a round is told of it. */
const firstMonth = '11'
const mending = '查摆问题整改：有责任人、有期限、跟到销号'

/** The round of the year while it is under way, or still missing late in the year; and what is mended too late. */
export async function appraisalTodos(place: Place): Promise<Todo[]> {
  if (!place.may('appraisal.hold')) return []
  return [...(place.isBranch ? await roundTodos(place) : []), ...(await mendingTodos(place))]
}

async function roundTodos({ db, today, organization }: Place): Promise<Todo[]> {
  const year = yearOf(today)
  const rows = await db
    .select()
    .from(appraisals)
    .where(eq(appraisals.organizationId, organization.id))
  const point = { path: organization.path, day: today }
  const { value, clause } = await ruleAt(db, 'meeting.appraisal.year', point)
  const open = rows.filter(({ closedOn }) => closedOn === null)
  const todos: Todo[] = []
  for (const round of open) {
    const subject = `appraisal:${round.id}`
    // One a year at most.
    // oxlint-disable-next-line no-await-in-loop
    const ballot = await resultOf(db, { unitId: round.unitId, subject })
    // oxlint-disable-next-line no-await-in-loop
    const { stage } = await headOf(db, round, ballot)
    todos.push({
      key: `appraisal:${round.id}`,
      what: `办理 ${round.year} 年民主评议`,
      why: `现在是${appraisalStages[stage]}，看还缺什么`,
      clause,
      deadline: stage === 'rating' ? round.rateUntil : `${round.year}-12-31`,
      action: '去办理',
      to: `/appraisal/round/${round.unitId}/${round.id}`,
    })
  }
  const isMissing = value > 0 && !rows.some((round) => round.year === year)
  if (isMissing && today.slice(5, 7) >= firstMonth)
    todos.push({
      key: `appraisal:${year}`,
      what: `开展 ${year} 年民主评议党员`,
      why: '每年一次，可以和组织生活会一起开',
      clause,
      deadline: `${year}-12-31`,
      action: '去开展',
      to: '/appraisal',
    })
  return todos
}

async function mendingTodos({ db, today, organization, isBranch }: Place): Promise<Todo[]> {
  const rows = await db
    .select()
    .from(shortcomings)
    .where(and(like(shortcomings.path, `${organization.path}%`), ne(shortcomings.state, 'settled')))
  const late = rows.filter(({ state, dueOn }) => state === 'open' && dueOn < today)
  const waiting = isBranch ? rows.filter(({ state }) => state === 'reported') : []
  const line = (key: string, what: string, some: typeof rows, search: string): Todo[] =>
    some.length === 0
      ? []
      : [
          {
            key: `shortcomings:${key}`,
            what,
            why: someOf(some.map(({ text }) => text)),
            clause: mending,
            deadline: some.map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
            action: '看清单',
            to: `/appraisal/shortcomings?year=${some[0]?.year ?? ''}&${search}`,
          },
        ]
  return [
    ...line('late', `督促整改 ${late.length} 个逾期的问题`, late, 'overdue=true'),
    ...line('reported', `验收 ${waiting.length} 个整改完的问题`, waiting, 'state=reported'),
  ]
}

type Me = { readonly unitId: string; readonly memberId: string }

/** What a member owes: rating, a word about a talk, something to mend. */
export async function appraisalAsked(db: Reader, me: Me, today: Day): Promise<Todo[]> {
  return [
    ...(await ratingAsked(db, me)),
    ...(await talksAsked(db, me)),
    ...(await toMend(db, me, today)),
  ]
}

async function ratingAsked(db: Reader, { unitId, memberId }: Me): Promise<Todo[]> {
  const said = db
    .select({ id: appraisalOpinions.id })
    .from(appraisalOpinions)
    .where(
      and(
        eq(appraisalOpinions.unitId, appraisals.unitId),
        eq(appraisalOpinions.appraisalId, appraisals.id),
        eq(appraisalOpinions.raterId, memberId),
      ),
    )
  const rows = await db
    .select({
      round: appraisals,
      hasSelf: sql<boolean>`${appraisalPeople.selfOn} is not null`,
      hasSaid: sql<boolean>`exists (${said})`,
    })
    .from(appraisals)
    .innerJoin(
      appraisalPeople,
      and(
        eq(appraisalPeople.unitId, appraisals.unitId),
        eq(appraisalPeople.appraisalId, appraisals.id),
        eq(appraisalPeople.memberId, memberId),
        ne(appraisalPeople.role, 'excused'),
      ),
    )
    .where(
      and(eq(appraisals.unitId, unitId), isNull(appraisals.closedOn), isNull(appraisals.votedOn)),
    )
  return rows
    .filter(({ hasSelf, hasSaid }) => !hasSelf || !hasSaid)
    .map(({ round, hasSelf }) => ({
      key: `appraisal:${round.id}`,
      what: hasSelf ? `${round.year} 年民主评议：给同志们提意见` : `${round.year} 年民主评议：自评`,
      why: hasSelf ? '互评实名，会前提好' : '对照“四个合格”，写明差距和怎么改',
      clause: '《中国共产党党员教育管理工作条例》第十八条',
      deadline: round.rateUntil,
      action: '去评',
      to: '/appraisal',
    }))
}

async function talksAsked(db: Reader, { unitId, memberId }: Me): Promise<Todo[]> {
  const rows = await db
    .select({ day: heartTalks.day })
    .from(heartTalks)
    .where(
      and(
        eq(heartTalks.unitId, unitId),
        or(eq(heartTalks.oneId, memberId), eq(heartTalks.otherId, memberId)),
        isNull(heartTalks.confirmedAt),
        ne(heartTalks.toldBy, memberId),
      ),
    )
  return rows.length === 0
    ? []
    : [
        {
          key: 'heart-talks',
          what: `确认 ${rows.length} 次谈心谈话`,
          why: '同志记下了和您的谈心谈话，您认了才算',
          clause: '谈心谈话两人都认才计入',
          deadline: null,
          action: '去确认',
          to: '/appraisal/talks',
        },
      ]
}

async function toMend(db: Reader, { unitId, memberId }: Me, today: Day): Promise<Todo[]> {
  const rows = await db
    .select()
    .from(shortcomings)
    .where(
      and(
        eq(shortcomings.unitId, unitId),
        eq(shortcomings.ownerId, memberId),
        eq(shortcomings.state, 'open'),
      ),
    )
  return rows.map(({ id, text, measure, dueOn }) => ({
    key: `shortcoming:${id}`,
    what: `整改：${text}`,
    why: dueOn < today ? `已经逾期：${measure}` : measure,
    clause: mending,
    deadline: dueOn,
    action: '报告进展',
    to: '/appraisal/shortcomings',
  }))
}
