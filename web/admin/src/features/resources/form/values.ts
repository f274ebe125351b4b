import type { Draft, EntryOf } from '@zhixing/contract'
import type { Resource } from '../ResourceView.tsx'

type Facts = Draft<EntryOf<'resources.found'>>['resource']
type Details = Facts['details']
export type Kind = Resource['kind']

/** What the fields hold: times as people type them, lists as lines. */
export type Values = {
  resource: Omit<Facts, 'details' | 'opening' | 'spot'> & {
    details: Record<string, unknown> & {
      term?: { by?: string; from?: string; until?: string } | undefined
    }
    opening?: { weekday: number; from: string; until: string }[]
    spot?: { address?: string; latitude?: number | null; longitude?: number | null }
  }
}

export function timeWord(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export function initialOf(kind: Kind): Partial<Values> {
  const details = { ...firstOf[kind] }
  return { resource: { name: '', details, isShared: false, count: 1, seats: null } }
}

const firstOf: Record<Kind, Record<string, unknown>> = {
  lecturer: { type: 'theory', origin: 'teacher', rank: 'associate' },
  room: { type: 'activityRoom' },
  base: { type: 'openBase' },
  kit: { type: 'kit' },
}

export function valuesOf(resource: Resource): Values {
  const { name, details, isShared, count, seats, feature, honours, isRed, opening, spot } = resource
  const lists = {
    ...('subjects' in details ? { subjects: details.subjects.join('\n') } : {}),
    ...('equipment' in details ? { equipment: details.equipment.join('\n') } : {}),
  }
  const term = 'term' in details && details.term ? { term: details.term } : { term: undefined }
  return {
    resource: {
      name,
      isShared,
      count,
      seats,
      feature,
      honours,
      isRed,
      partOfId: resource.partOf?.resourceId ?? null,
      details: { ...details, ...lists, ...term },
      opening: opening.map(({ weekday, from, until }) => ({
        weekday,
        from: timeWord(from),
        until: until === 1440 ? '23:59' : timeWord(until),
      })),
      ...(spot ? { spot } : {}),
    },
  }
}

/** What the contract wants; it judges the rest. */
export function factsOf(kind: Kind, { resource }: Values): Facts {
  const { details, opening = [], spot, partOfId, seats, ...plain } = resource
  const { latitude, longitude, address = '' } = spot ?? {}
  const hasSpot = address !== '' || typeof latitude === 'number'
  return {
    ...plain,
    seats: seats ?? null,
    partOfId: partOfId ?? null,
    spot: hasSpot ? { address, latitude: latitude ?? null, longitude: longitude ?? null } : null,
    opening: opening.map(({ weekday, from, until }) => ({
      weekday,
      from: minutesOf(from),
      until: until === '23:59' ? 1440 : minutesOf(until),
    })),
    details: detailsOf(kind, details),
  }
}

function detailsOf(kind: Kind, details: Values['resource']['details']): Details {
  const { term, subjects, equipment, ...plain } = details
  const lines = {
    ...(kind === 'lecturer' ? { subjects: linesOf(subjects) } : {}),
    ...(kind === 'room' || kind === 'base' ? { equipment: linesOf(equipment) } : {}),
  }
  // Only a lecturer may be somebody of the roll, and nobody is chosen by an empty word.
  const who = kind === 'lecturer' ? { memberId: details['memberId'] || null } : {}
  const appointed = term?.by || term?.from ? { term } : {}
  // The server judges every field; here they only change their shape.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...plain, ...lines, ...who, ...appointed, kind } as Details
}

function linesOf(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(/[\n、，,]/)
        .map((line) => line.trim())
        .filter(Boolean)
    : []
}
