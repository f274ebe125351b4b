import type { OrganizationKind, Reason } from '@zhixing/contract'
import type { tourLevels } from '@zhixing/contract/tour-words.ts'
import { modeSuits } from '@zhixing/contract/tour-words.ts'
import type { Day } from '../../kernel/calendar.ts'

type Window = { readonly from: Day; readonly until: Day }
type Request = { readonly topic: string; readonly windows: readonly Window[] }
type Offer = {
  readonly lecturerName: string
  readonly topics: readonly string[]
  readonly windows: readonly Window[]
  readonly tripsMax: number
  readonly trips: number
}

export type Match = {
  readonly fits: boolean
  readonly sameTopic: boolean
  readonly common: readonly Window[]
  readonly because: readonly string[]
}

/** The days on which both could. */
export function commonWindows(one: readonly Window[], other: readonly Window[]): Window[] {
  return one
    .flatMap((mine) =>
      other.map((theirs) => ({
        from: mine.from > theirs.from ? mine.from : theirs.from,
        until: mine.until < theirs.until ? mine.until : theirs.until,
      })),
    )
    .filter(({ from, until }) => from <= until)
    .toSorted((mine, theirs) => mine.from.localeCompare(theirs.from))
}

/** Whether somebody could go and give this lesson, and what speaks for and against it. */
export function matchOf(request: Request, offer: Offer): Match {
  const sameTopic = offer.topics.some(
    (topic) => topic.includes(request.topic) || request.topic.includes(topic),
  )
  const common = commonWindows(request.windows, offer.windows)
  const left = offer.tripsMax - offer.trips
  const because = [
    sameTopic ? '能讲这个题目' : `登记的题目是${offer.topics.join('、')}`,
    common.length > 0 ? `共同的日子 ${sayWindows(common)}` : '没有共同的日子',
    left > 0 ? `还能讲 ${left} 次` : `登记的 ${offer.tripsMax} 次已排满`,
  ]
  return { fits: sameTopic && common.length > 0 && left > 0, sameTopic, common, because }
}

type Ranked = Match & { readonly trips: number; readonly lecturerName: string }

/** Who fits comes first; among equals, whoever has gone least often. */
export function inOrder(one: Ranked, other: Ranked): number {
  return (
    Number(other.fits) - Number(one.fits) ||
    Number(other.sameTopic) - Number(one.sameTopic) ||
    Number(other.common.length > 0) - Number(one.common.length > 0) ||
    one.trips - other.trips ||
    one.lecturerName.localeCompare(other.lecturerName)
  )
}

export function sayWindows(windows: readonly Window[]): string {
  return windows
    .map(({ from, until }) => (from === until ? from : `${from} 至 ${until}`))
    .join('、')
}

export function isInside(day: Day, windows: readonly Window[]): boolean {
  return windows.some(({ from, until }) => from <= day && day <= until)
}

const hoursMax = 8
const hourMillis = 3_600_000

type Times = { readonly startsAt: Date; readonly endsAt: Date }
type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

export function refuseTimes({ startsAt, endsAt }: Times): Refusal | undefined {
  const hours = (endsAt.getTime() - startsAt.getTime()) / hourMillis
  return hours > 0 && hours <= hoursMax
    ? undefined
    : { reason: 'tours.times', words: { 上限: hoursMax } }
}

export function overlaps(one: Times, other: Times): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** For whom a lesson at an organization is: all of the county, a township, or one village or branch. */
export function levelOf(kind: OrganizationKind, path: string): keyof typeof tourLevels {
  if (path.split('/').length <= 3) return 'county'
  return kind.toLowerCase().includes('branch') || kind === 'group' ? 'village' : 'township'
}

export function adviceOf(mode: keyof typeof modeSuits, cohort: string | null) {
  if (cohort === null) return null
  const { suits, hardly } = modeSuits[mode]
  if (suits.some((one) => one === cohort)) return 'suits' as const
  return hardly.some((one) => one === cohort) ? ('hardly' as const) : ('possible' as const)
}

type Trip = { readonly path: string; readonly state: string; readonly present: number }

/** What each organization just below a place comes to: its branches, and how many of them a lesson has reached. */
export function coverBelow(
  branches: readonly { readonly path: string }[],
  trips: readonly Trip[],
  place: string,
) {
  const [parts, lessons] = [
    Map.groupBy(branches, ({ path }) => stepBelow(path, place)),
    Map.groupBy(trips, ({ path }) => stepBelow(path, place)),
  ]
  return [...new Set([...parts.keys(), ...lessons.keys()])].map((organizationId) => {
    const [own, here] = [parts.get(organizationId) ?? [], lessons.get(organizationId) ?? []]
    const held = here.filter(({ state }) => state === 'held')
    return {
      organizationId,
      hasBelow: own.some(({ path }) => !path.endsWith(`${organizationId}/`)),
      branches: own.length,
      reached: own.filter(({ path }) => held.some((trip) => path.startsWith(trip.path))).length,
      held: held.length,
      planned: here.filter(({ state }) => state === 'planned').length,
      present: held.reduce((sum, { present }) => sum + present, 0),
    }
  })
}

function stepBelow(path: string, place: string): string {
  const [next] = path.slice(place.length).split('/')
  return next || (place.split('/').at(-2) ?? '')
}
