import type { EntryOf, Output } from '@zhixing/contract'
import { fullDay, monthDay } from '@zhixing/kit/format/day.ts'

export type ClassState = Output<EntryOf<'classes.show'>>
export type ClassRow = Output<EntryOf<'classes.list'>>['rows'][number]
export type Session = Output<EntryOf<'timetables.show'>>['sessions'][number]
export type Learner = Output<EntryOf<'enrolments.list'>>['rows'][number]

export function keyOf({ unitId, classId }: { unitId: string; classId: string }) {
  return { unitId, classId }
}

/** 2026年6月10日至12日, the year once. */
export function spanOf({ from, until }: { from: string; until: string }): string {
  return from === until ? fullDay(from) : `${fullDay(from)}至${monthDay(until)}`
}

export function yuan(fen: number): string {
  return `${new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(fen / 100)} 元`
}

export function fenOf(amount: number | null | undefined): number {
  return Math.round((amount ?? 0) * 100)
}
