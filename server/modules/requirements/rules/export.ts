import { learningStandings } from '@zhixing/contract/learning-words.ts'
import type { Standing } from '@zhixing/contract'

type Row = {
  readonly name: string
  readonly branchName: string
  readonly cohort: string
  readonly standing: Standing
  readonly doneMinutes: number
  readonly dueNowMinutes: number
  readonly dueYearMinutes: number
  readonly plannedMinutes: number
  readonly times: { readonly done: number; readonly due: number; readonly deadline: string } | null
  readonly excuse: string | null
}

const ofHours = [
  ['已学（学时）', 10],
  ['按进度应达到', 10],
  ['全年应达到', 10],
  ['还差', 8],
  ['已安排', 8],
] as const
const ofTimes = [
  ['已完成（次）', 10],
  ['应完成（次）', 10],
  ['期限', 12],
] as const

export function exportColumns(measure: 'minutes' | 'times') {
  const head = [
    ['姓名', 8],
    ['所在党支部', 24],
    ['类别', 14],
    ['状态', 8],
  ] as const
  const all = [...head, ...(measure === 'minutes' ? ofHours : ofTimes), ['说明', 14] as const]
  return all.map(([heading, width]) => ({ heading, width }))
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10
}

/** Hours as numbers, so that a spreadsheet can add them. */
export function exportCells(row: Row): (string | number | null)[] {
  const figures = row.times
    ? [row.times.done, row.times.due, row.times.deadline]
    : [
        hours(row.doneMinutes),
        hours(row.dueNowMinutes),
        hours(row.dueYearMinutes),
        hours(Math.max(0, row.dueYearMinutes - row.doneMinutes)),
        hours(row.plannedMinutes),
      ]
  return [
    row.name,
    row.branchName,
    row.cohort,
    learningStandings[row.standing],
    ...figures,
    row.excuse,
  ]
}
