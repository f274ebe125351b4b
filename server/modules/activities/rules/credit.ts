import type { AgendaItem, Kind } from './kind.ts'
import { hoursText } from '../../../kernel/words.ts'

/** How long counts: the items that are study, where only study does, and never longer than the meeting lasted. */
export function clockMinutesOf(
  kind: Kind,
  agenda: readonly AgendaItem[],
  lengthMinutes: number,
): number {
  const listed = agenda
    .filter((item) => counts(kind, item))
    .reduce((sum, { minutes }) => sum + minutes, 0)
  return Math.min(listed, lengthMinutes)
}

function counts(kind: Kind, { part }: AgendaItem): boolean {
  if (kind.hours.counted === 'all') return true
  return kind.parts.some(({ key, isStudy }) => isStudy && key === part)
}

/** 议程共 120 分钟，每人计 2 学时 */
export function creditWords(kind: Kind, clockMinutes: number, minutes: number): string {
  const what = kind.hours.counted === 'all' ? '议程' : '议程中的学习'
  return `${what}共 ${clockMinutes} 分钟，每人计 ${hoursText(minutes)} 学时`
}
