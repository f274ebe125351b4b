import type { Draft, EntryOf } from '@zhixing/contract'
import { addMinutes, dayOf, momentAt, timeOf } from '@zhixing/kit/format/clock.ts'
import type { AgendaItem } from '../state.ts'

type Plan = Omit<Draft<EntryOf<'activities.change'>>, 'unitId' | 'activityId' | 'version'>

/** A plan as the fields hold it: a day and two times instead of two moments. */
export type PlanValues = Omit<Plan, 'startsAt' | 'endsAt' | 'agenda'> & {
  day: string
  from: string
  until: string
  agenda: AgendaItem[]
}

export function valuesOf({ startsAt, endsAt, agenda, ...rest }: Plan): PlanValues {
  const { title, month, place, link, hostName, recorderName } = rest
  const { lecturerName, lecturerId, method, category } = rest
  const { speaker = null, lectureType = null, gathering = 'whole', occasion = null } = rest
  const { heading = null, planItemId = null, campaignAskId = null } = rest
  const words = { title, month, place, link, hostName, recorderName }
  const study = { lecturerName, lecturerId, method, category }
  const time = { day: dayOf(startsAt), from: timeOf(startsAt), until: timeOf(endsAt) }
  const plans = { heading, planItemId, campaignAskId }
  const life = { speaker, lectureType, gathering, occasion, ...plans }
  return { ...words, ...study, ...life, ...time, agenda: [...agenda] }
}

/** Back to what the contract wants; an end before the beginning is refused there, with the reason. */
export function planOf({ day, from, until, ...rest }: PlanValues): Plan {
  const startsAt = momentAt(day, from)
  const end = momentAt(day, until)
  return { ...rest, startsAt, endsAt: end }
}

export function isComplete({ day, from, until, title, agenda }: PlanValues): boolean {
  const isNamed = agenda.length > 0 && agenda.every((item) => item.title.trim() !== '')
  return day !== '' && from !== '' && until !== '' && title.trim() !== '' && isNamed
}

/** The end follows the beginning, as long as the agenda takes. */
export function startingAt(values: PlanValues, from: string): PlanValues {
  if (from === '') return { ...values, from }
  const until = timeOf(addMinutes(momentAt('2026-01-01', from), totalOf(values.agenda)))
  // What is held lies within one day, also what begins late in the evening.
  return { ...values, from, until: until > from ? until : '23:59' }
}

export function totalOf(agenda: readonly AgendaItem[]): number {
  return agenda.reduce((sum, { minutes }) => sum + (minutes || 0), 0)
}
