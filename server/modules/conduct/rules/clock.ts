import { conductClocks } from '@zhixing/contract/conduct-words.ts'
import type { clockStages } from '@zhixing/contract/conduct-words.ts'
import { addMonths, lastDayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

export type ClockName = keyof typeof conductClocks
export type ClockStage = keyof typeof clockStages

/** What was asked of somebody in a month, and whether they did any of it. */
export type MonthFact = { readonly month: Month; readonly asked: boolean; readonly done: boolean }

/** A lawful excuse: as long as it lasts, no clock runs. */
export type Pause = { readonly from: Day; readonly until: Day | null }

export const ladderKeys = [
  'conduct.amber',
  'conduct.talk',
  'conduct.report',
  'disposal.three_nots',
] as const
export type Ladder = {
  readonly [K in (typeof ladderKeys)[number]]: { readonly value: number; readonly clause: string }
}

export type Run = { readonly months: number; readonly since: Month | null }

/**
 * The months in a row in which something was asked and nothing done, back from last month. Whatever is done resets the
 * clock, also in the month that is not over; a month in which nothing was asked, or that lies wholly within an excuse,
 * neither counts nor breaks the row.
 */
export function runOf(
  facts: readonly MonthFact[],
  { today, pauses }: { readonly today: Month; readonly pauses: readonly Pause[] },
): Run {
  if (facts.some(({ month, done }) => month === today && done)) return { months: 0, since: null }
  const past = facts
    .filter(({ month, asked, done }) => month < today && (asked || done))
    .toSorted((one, other) => other.month.localeCompare(one.month))
  const last = past.findIndex(({ done }) => done)
  const counted = (last < 0 ? past : past.slice(0, last)).filter(
    ({ month }) => !isPaused(pauses, month),
  )
  return { months: counted.length, since: counted.at(-1)?.month ?? null }
}

export function isPaused(pauses: readonly Pause[], month: Month): boolean {
  return pauses.some(
    ({ from, until }) => from <= `${month}-01` && (until === null || until >= lastDayOf(month)),
  )
}

/** Whether an excuse holds on a day. */
export function isExcusedOn(pauses: readonly Pause[], day: Day): boolean {
  return pauses.some(({ from, until }) => from <= day && (until === null || until >= day))
}

export function stageOf(months: number, ladder: Ladder): ClockStage {
  if (months >= ladder['disposal.three_nots'].value) return 'case'
  if (months >= ladder['conduct.report'].value) return 'report'
  if (months >= ladder['conduct.talk'].value) return 'talk'
  return months >= ladder['conduct.amber'].value ? 'amber' : 'clear'
}

export const stageOrder: Readonly<Record<ClockStage, number>> = {
  clear: 0,
  amber: 1,
  talk: 2,
  report: 3,
  case: 4,
}

export function gravest(stages: readonly ClockStage[]): ClockStage {
  return stages.reduce<ClockStage>(
    (worst, one) => (stageOrder[one] > stageOrder[worst] ? one : worst),
    'clear',
  )
}

/** All steps of the ladder up to a stage: a clock that was looked at late still says each of them once. */
export function stagesUpTo(stage: ClockStage): ClockStage[] {
  const all: ClockStage[] = ['amber', 'talk', 'report', 'case']
  return all.filter((one) => stageOrder[one] <= stageOrder[stage])
}

const undone: Readonly<Record<ClockName, string>> = {
  life: '没有参加组织生活',
  dues: '没有交纳党费',
  work: '没有做分配的工作',
}

export function sayRun(clock: ClockName, { months, since }: Run): string {
  if (months === 0 || since === null) return `${conductClocks[clock]}正常`
  return `从 ${since} 起连续 ${months} 个月${undone[clock]}`
}

/** The months of assigned work: owed from the month it was due until it is done, and done in the month it was done. */
export function workMonths(
  tasks: readonly {
    readonly dueOn: Day
    readonly doneOn: Day | null
    readonly endedOn: Day | null
  }[],
  today: Day,
): MonthFact[] {
  const asked = new Set<Month>()
  const done = new Set<Month>()
  for (const { dueOn, doneOn, endedOn } of tasks) {
    if (doneOn) done.add(monthOf(doneOn))
    const until = monthOf(doneOn ?? endedOn ?? today)
    const isOwed = doneOn ? doneOn > dueOn : true
    if (isOwed && dueOn < today)
      for (let month = monthOf(dueOn); month <= until; month = nextMonth(month)) asked.add(month)
  }
  return [...new Set([...asked, ...done])].map((month) => ({
    month,
    asked: asked.has(month),
    done: done.has(month),
  }))
}

function nextMonth(month: Month): Month {
  return monthOf(addMonths(`${month}-01`, 1))
}
