import type { Db } from '../kernel/db.ts'
import { kindOf } from '../modules/activities/kinds/index.ts'
import type { AgendaItem } from '../modules/activities/table.ts'
import { clockMinutesOf } from '../modules/activities/index.ts'
import { convertHours } from '../modules/ledgers/index.ts'
import type { Study } from '../modules/ledgers/index.ts'
import type { RulePoint } from '../modules/rules/index.ts'
import type { Occasion } from './year.ts'

/** The kind's own template, its study item named after the topic, stretched to the length of the meeting. */
export function agendaOf({ kind, minutes, topic }: Occasion, isDone: boolean): AgendaItem[] {
  const { template, parts } = kindOf(kind)
  const sum = template.reduce((all, item) => all + item.minutes, 0)
  const isStudy = new Set(parts.filter((part) => part.isStudy).map(({ key }) => key))
  return template.map((item) => ({
    ...item,
    title: isStudy.has(item.part ?? '') ? topic : item.title,
    minutes: Math.round((item.minutes * minutes) / sum / 5) * 5,
    isDone,
  }))
}

export type Credits = (occasion: Occasion) => Awaited<ReturnType<typeof convertHours>>

/** What everybody who came is credited with, as the rules convert a meeting of that kind and length. */
export async function creditsOf(
  tx: Db,
  point: RulePoint,
  occasions: readonly Occasion[],
): Promise<Credits> {
  const known = new Map<string, Awaited<ReturnType<typeof convertHours>>>()
  for (const occasion of occasions)
    if (!known.has(keyOf(occasion)))
      known.set(keyOf(occasion), await convertHours(tx, point, studyOf(occasion)))
  return (occasion) => {
    const worth = known.get(keyOf(occasion))
    if (!worth) throw new Error(`no credit for ${keyOf(occasion)}`)
    return worth
  }
}

function studyOf(occasion: Occasion): Study {
  const kind = kindOf(occasion.kind)
  const clockMinutes = clockMinutesOf(kind, agendaOf(occasion, true), occasion.minutes)
  return { source: kind.hours.source, clockMinutes, level: 'branch', days: 1 }
}

function keyOf({ kind, minutes }: Occasion): string {
  return `${kind}:${minutes}`
}
