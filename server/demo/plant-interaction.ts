import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities, closures } from '../modules/activities/table.ts'
import { keepForm } from '../modules/forms/index.ts'
import { formOf } from '../modules/interaction/rules.ts'
import {
  askedLikes,
  askedQuestions,
  pollAnswers,
  polls,
  workGroupMembers,
  workGroups,
} from '../modules/interaction/table.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly dice: Dice }
type Floor = {
  readonly unitId: string
  readonly about: 'activity'
  readonly aboutId: string
  readonly at: Date
}

const options = ['敬老院', '河堤', '村史馆', '柑橘合作社']
const minute = 60_000
const by = newId()

/** What was asked and voted at the last theme day, and what waits to be asked at the next. */
export async function plantInteraction(scene: Scene, shown: DemoBranch): Promise<void> {
  const { tx, now } = scene
  const { unitId, id: organizationId } = shown.branch
  const ofBranch = and(
    eq(activities.unitId, unitId),
    eq(activities.organizationId, organizationId),
    eq(activities.kind, 'themeDay'),
  )
  const [last] = await tx
    .select({ id: activities.id, startsAt: activities.startsAt })
    .from(activities)
    .innerJoin(
      closures,
      and(eq(closures.unitId, activities.unitId), eq(closures.activityId, activities.id)),
    )
    .where(and(ofBranch, lt(activities.startsAt, now)))
    .orderBy(desc(activities.startsAt), desc(activities.id))
    .limit(1)
  const [next] = await tx
    .select({ id: activities.id, startsAt: activities.startsAt })
    .from(activities)
    .where(and(ofBranch, gte(activities.startsAt, now)))
    .orderBy(activities.startsAt, activities.id)
    .limit(1)
  const floorOf = ({ id, startsAt }: { id: string; startsAt: Date }): Floor => ({
    unitId,
    about: 'activity',
    aboutId: id,
    at: startsAt,
  })
  if (last) await plantPast(scene, floorOf(last), shown)
  if (next)
    await plantPoll(scene, { ...floorOf(next), at: now }, '主题党日的时间定在哪天合适？', 'draft')
}

async function plantPast(scene: Scene, floor: Floor, shown: DemoBranch): Promise<void> {
  const { tx, dice } = scene
  const { unitId, about, aboutId, at } = floor
  const came = shown.people.filter(({ excuse, floatingSince }) => !excuse && !floatingSince)
  const pollId = await plantPoll(scene, floor, '下次主题党日去哪里？', 'closed')
  const votes = came.map(({ id: memberId }) => ({
    id: newId(),
    unitId,
    pollId,
    memberUnitId: unitId,
    memberId,
    answers: { choice: `o${String(dice.chance(0.5) ? 3 : dice.between(1, 4))}` },
    at,
  }))
  await insertAll(tx, pollAnswers, votes)
  const texts = ['积分怎么换学时？', '外出务工的同志怎么参加？', '村史馆周末开门吗？']
  const answers = ['', '扫码或线上参加都算出勤，每季度至少回来一次。', '周末上午开，去之前打电话。']
  const asked = texts.flatMap((text, index) => {
    const person = came[index]
    if (!person) return []
    const whose = { memberUnitId: unitId, memberId: person.id, name: person.name }
    const answer = answers[index] ?? ''
    const answered = {
      answer,
      answererName: answer ? '主持人' : '',
      answeredAt: answer ? at : null,
    }
    const said = {
      organizationName: shown.branch.name,
      text,
      at: new Date(at.getTime() + index * minute),
    }
    return [{ id: newId(), unitId, about, aboutId, ...whose, ...said, ...answered }]
  })
  await insertAll(tx, askedQuestions, asked)
  const likes = asked.flatMap(({ id: askedId, memberId }) =>
    came
      .filter((one) => one.id !== memberId && dice.chance(0.4))
      .map((one) => ({ id: newId(), unitId, askedId, memberId: one.id })),
  )
  await insertAll(tx, askedLikes, likes)
  await plantGroups(tx, floor, came)
}

async function plantGroups(tx: Db, floor: Floor, came: DemoBranch['people']): Promise<void> {
  const { unitId, about, aboutId, at } = floor
  const reports = [
    '先修村口到果园的机耕路，组织党员义务投工三天。',
    '每户一张便民联系卡，由党员包户送到。',
  ]
  const groups = reports.map((report, index) => ({
    id: newId(),
    unitId,
    about,
    aboutId,
    number: index + 1,
    task: '为群众办一件实事，写清楚谁来办、几天办好',
    report,
    reporterName: came[index]?.name ?? '',
    reportedAt: at,
    version: 1,
  }))
  await insertAll(tx, workGroups, groups)
  const people = came.slice(0, 10).map(({ id: memberId, name }, index) => {
    const groupId = groups[index % groups.length]?.id ?? ''
    return { id: newId(), unitId, groupId, aboutId, memberUnitId: unitId, memberId, name }
  })
  await insertAll(tx, workGroupMembers, people)
}

async function plantPoll(
  { tx }: Scene,
  { unitId, about, aboutId, at }: Floor,
  title: string,
  state: 'draft' | 'closed',
): Promise<string> {
  const isOver = state === 'closed'
  const wording = isOver
    ? { title, kind: 'single' as const, options, max: null }
    : { title, kind: 'multiple' as const, options: ['5 日', '15 日', '周六', '周日'], max: 2 }
  const { formId } = await keepForm(tx, unitId, formOf(wording))
  const id = newId()
  await tx.insert(polls).values({
    unitId,
    id,
    about,
    aboutId,
    formId,
    state,
    createdBy: by,
    createdAt: at,
    openedAt: isOver ? new Date(at.getTime() + 30 * minute) : null,
    closedAt: isOver ? new Date(at.getTime() + 40 * minute) : null,
  })
  return id
}
