import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { covers, parentOf } from '../../../kernel/reach.ts'
import { ruleAt } from '../../rules/index.ts'
import { studyRoles } from '@zhixing/contract/study-words.ts'
import { studyRulesBelow } from '../catalogue/rules.ts'
import { seatsIn } from '../catalogue/facts.ts'
import { discussionsIn, hasTwins } from '../rules/plan.ts'
import { filingDueOn } from '../rules/standing.ts'
import { byOf, requireGroup } from '../steps/require.ts'
import { findFiling, findPlan, keepFiling, keepPlan, receiveFiling } from '../store/groups.ts'

/** A draft, or adopted; what is changed afterwards stays in the trace. */
export const savePlan = act(contract.studyGroups.savePlan, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, groupId, year, version, isAdopted, intro, books, topics } = input
  const group = await requireGroup(scene, { unitId, groupId })
  const before = await findPlan(tx, { unitId, groupId, year })
  if ((before?.version ?? 0) !== version) throw conflict('input.stale')
  if (hasTwins(input)) throw conflict('studyGroups.planTwice')
  if (isAdopted) await judge(scene, { year, topics, path: group.path })
  const words = { intro, books, topics }
  const adoptedOn = isAdopted ? (before?.adoptedOn ?? dayOf(now)) : null
  const next = version + 1
  await keepPlan(tx, {
    ...words,
    ...byOf(scene),
    id: before?.id ?? newId(),
    unitId,
    groupId,
    year,
    adoptedOn,
    version: next,
  })
  return {
    value: { version: next },
    place: group,
    change: {
      subject: `studyGroup:${groupId}`,
      before: before ? { intro: before.intro, books: before.books, topics: before.topics } : null,
      after: { year, ...words, adoptedOn },
    },
  }
})

type Judged = {
  readonly year: number
  readonly path: string
  readonly topics: Parameters<typeof discussionsIn>[0]['topics']
}

/** An adopted plan has something in it, and no fewer discussions than the rule asks of a year. */
async function judge(
  { tx }: { readonly tx: Parameters<typeof studyRulesBelow>[0] },
  { year, path, topics }: Judged,
): Promise<void> {
  if (topics.length === 0) throw conflict('studyGroups.planEmpty')
  const { demandsOf } = await studyRulesBelow(tx, path)
  const needed = demandsOf(path, year).quarters.reduce((sum, one) => sum + one, 0)
  const planned = discussionsIn({ books: [], topics })
  if (planned >= needed) return
  const point = { path, day: `${String(year)}-12-31` }
  const { clause } = await ruleAt(tx, 'study_group.discussion.quarter', point)
  throw conflict('studyGroups.planFewer', { 次数: planned, 要求: needed, 依据: clause })
}

/** The members as they are today, the plan as it is today, and the account of the year before: sent upwards once. */
export const file = act(contract.studyGroups.file, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, groupId, year, summary } = input
  const key = { unitId, groupId, year }
  const group = await requireGroup(scene, { unitId, groupId })
  const today = dayOf(now)
  if (year !== yearOf(today)) throw conflict('studyGroups.filingYear', { 今年: yearOf(today) })
  const plan = await findPlan(tx, key)
  if (!plan?.adoptedOn) throw conflict('studyGroups.planMissing', { 年: year })
  const { demandsOf } = await studyRulesBelow(tx, group.path)
  const isLate = today > filingDueOn(year, demandsOf(group.path, year).filingDays)
  const seats = await seatsIn(tx, [groupId])
  const { intro, books, topics } = plan
  const row = {
    ...key,
    ...byOf(scene),
    id: newId(),
    people: seats.map(({ name, role }) => ({ name, role: studyRoles[role] })),
    plan: { intro, books, topics },
    summary,
    isLate,
  }
  if (!(await keepFiling(tx, row))) throw conflict('studyGroups.filedAlready', { 年: year })
  return {
    value: { isLate },
    place: group,
    change: { subject: `studyGroup:${groupId}`, after: { filed: year, isLate } },
  }
})

/** Only those above the committee receive it. */
export const receive = act(contract.studyGroups.receive, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, groupId, year } = input
  const group = await requireGroup(scene, { unitId, groupId })
  if (!covers(reach, parentOf(group.path))) throw conflict('studyGroups.notAbove')
  const filing = await findFiling(tx, { unitId, groupId, year })
  if (!filing) throw conflict('studyGroups.notFiled', { 年: year })
  if (!filing.receivedAt)
    await receiveFiling(tx, filing, { receivedAt: now, receivedBy: actor.name })
  return {
    value: {},
    place: group,
    change: filing.receivedAt
      ? 'none'
      : { subject: `studyGroup:${groupId}`, after: { received: year } },
  }
})
