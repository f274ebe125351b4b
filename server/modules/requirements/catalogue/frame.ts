import { yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { askAll } from '../../../kernel/db.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conversionKeys, convertersOf } from '../../ledgers/index.ts'
import { partsOf } from '../../organizations/index.ts'
import { topicsInForce } from '../../plans/index.ts'
import type { TopicInForce } from '../../plans/index.ts'
import { ruleMap } from '../../rules/index.ts'
import type { RuleKey, RuleRegion } from '../../rules/index.ts'
import { findAhead, plannedOf } from './planned.ts'
import type { Planned } from './planned.ts'

/** Every parameter that some requirement asks for. */
const frameKeys = [
  'hours.member.year',
  'hours.secretary_committee.year',
  'hours.secretary_committee.classes.year',
  'hours.topic.year',
  'hours.cadre.section.year',
  'hours.cadre.county.5y',
  'hours.online.share.max',
  'hours.self_study.share.max',
  'training.secretary.rotation.year',
  'training.new_secretary.within',
  'training.new_member.window',
  'training.village_secretary.city_level.per_term',
  'online.month.min',
  'rotation.all_members',
  'rotation.two_tier.year',
  'committee.term.village',
  'meeting.secretary_lesson.year',
  'meeting.leader_lesson.year',
] as const satisfies readonly RuleKey[]
export type FrameKey = (typeof frameKeys)[number]

/** Where, in which year, and as of which day somebody looks: one person, or everybody below a path. */
export type Frame = {
  readonly path: string
  /** Only those of this unit, where a large place is gone through unit by unit and other units lie below this one. */
  readonly unitId?: string | undefined
  /** The units of the place. */
  readonly parts: Awaited<ReturnType<typeof partsOf>>
  readonly year: number
  /** The last day of a year that is over, today in the one that runs. */
  readonly day: Day
  /** Deeper places first, the path itself last. */
  readonly regions: readonly RuleRegion<FrameKey>[]
  readonly planned: readonly Planned[]
  /** What approved plans make mandatory, above this place and below it. */
  readonly topics: readonly TopicInForce[]
  readonly only?: Who | undefined
}

export type Who = {
  readonly unitId: string
  readonly memberId: string
  readonly organizationId: string
}

type Asked = {
  readonly path: string
  readonly year?: number | undefined
  readonly now: Date
  readonly today: Day
  readonly only?: Who | undefined
  /** Whether it is only about what a rule asks for, so that no plan need be read. */
  readonly isByRule?: boolean | undefined
}

/**
 * A year is judged by the rules that held on its first day: what was begun under an old rule is finished under it.
 */
export async function frameAt(
  db: Reader,
  { path, now, today, only, isByRule = false, ...asked }: Asked,
) {
  const year = asked.year ?? yearOf(today)
  const last = `${year}-12-31`
  const [rules, ahead, topics, parts] = await askAll(
    async () => ruleMap(db, [...frameKeys, ...conversionKeys], path),
    async () => (today > last ? [] : findAhead(db, { path, now, last, only })),
    async () => (isByRule ? [] : topicsInForce(db, { path, year })),
    async () => (only ? [] : partsOf(db, path)),
  )
  const regions = rules.regionsOn(`${year}-01-01`)
  const planned = plannedOf(ahead, convertersOf(rules.at))
  const day = dayIn(year, today)
  const frame: Frame = { path, parts, year, day, regions, planned, topics, only }
  return frame
}

/** The same place unit by unit, each with what concerns its own people: so no statement is about more than a county. */
export function byUnit(frame: Frame): Frame[] {
  const { parts, regions, planned, topics } = frame
  if (parts.length < 2) return [frame]
  return parts.map(({ unitId, path }) => {
    // Said only where it must be: the planner takes a place and its unit for two that have nothing to do with each other.
    const isAlone = !parts.some((one) => one.path !== path && one.path.startsWith(path))
    const concerns = (one: { readonly path: string }) =>
      one.path.startsWith(path) || path.startsWith(one.path)
    return {
      ...frame,
      path,
      unitId: isAlone ? undefined : unitId,
      parts: [],
      regions: regions.filter(concerns),
      planned: planned.filter((one) => one.unitId === unitId),
      topics: topics.filter(concerns),
    }
  })
}

/** As of when a year is looked at: the last day of one that is over, the first of one to come, today in the one that runs. */
export function dayIn(year: number, today: Day): Day {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (today < first) return first
  return today > last ? last : today
}
