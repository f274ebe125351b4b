import type { ImportPhase } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'

/** An import may be undone for so many days. */
export const undoDays = 30

type Standing = { readonly phase: ImportPhase }
type Work = { readonly status: string } | undefined

/** Where an import stands, when the job that should have moved it on was cancelled or failed. */
export function phaseOf({ phase }: Standing, job: Work): ImportPhase {
  const isOver = job?.status === 'cancelled' || job?.status === 'failed'
  if (!isOver) return phase
  if (phase === 'reading') return job.status === 'cancelled' ? 'discarded' : 'failed'
  if (phase === 'committing') return 'checked'
  return phase === 'undoing' ? 'done' : phase
}

export const phaseWords: Readonly<Record<ImportPhase, string>> = {
  reading: '正在读取',
  unmapped: '等待对应列',
  checked: '已核对，尚未写入',
  committing: '正在写入',
  done: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
  failed: '没有读成',
  discarded: '已放弃',
}

export function undoUntil(committedAt: Date | null): Day | null {
  return committedAt === null ? null : addDays(dayOf(committedAt), undoDays)
}
