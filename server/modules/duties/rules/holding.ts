import type { OrganizationKind } from '@zhixing/contract'
import type { dutyLevels } from '@zhixing/contract/duty-words.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Level = keyof typeof dutyLevels

/** On which of the three levels an organization stands; groups of a branch stand on none. */
export function levelOf(kind: OrganizationKind): Level | undefined {
  return levels[kind]
}

const levels: Readonly<Record<OrganizationKind, Level | undefined>> = {
  workCommittee: 'work',
  agencyCommittee: 'work',
  committee: 'committee',
  leadingGroup: 'committee',
  generalBranch: 'committee',
  temporaryCommittee: 'committee',
  temporaryGeneralBranch: 'committee',
  branch: 'branch',
  jointBranch: 'branch',
  temporaryBranch: 'branch',
  temporaryJointBranch: 'branch',
  group: undefined,
}

export type Bound = {
  readonly kind: OrganizationKind
  readonly path: string
  readonly tier: number | null
  readonly sector: string
}

export type Binding = {
  readonly level: Level
  readonly path: string
  readonly tiers: readonly number[]
  readonly sectors: readonly string[]
}

/**
 * Whether a duty binds an organization: it lies at or below who laid it down, on the level that is meant, and is of the
 * tier and the field that it is meant for. One without a tier is bound only by what is meant for every tier.
 */
export function binds(duty: Binding, one: Bound): boolean {
  return (
    one.path.startsWith(duty.path) &&
    levelOf(one.kind) === duty.level &&
    (duty.tiers.length === 0 || (one.tier !== null && duty.tiers.includes(one.tier))) &&
    (duty.sectors.length === 0 || duty.sectors.includes(one.sector))
  )
}

type Lasting = { readonly from: Day; readonly until: Day | null }

/** Whether it is in force on some day of the year. */
export function isOfYear({ from, until }: Lasting, year: number): boolean {
  return from <= `${year}-12-31` && (until === null || until > `${year}-01-01`)
}

export function isInForce({ from, until }: Lasting, day: Day): boolean {
  return from <= day && (until === null || until > day)
}

type Named = Lasting & Binding & { readonly title: string; readonly post: string }

/** The same duty, laid down twice for the same post, would be owed twice. */
export function isKnown(wish: Named, known: readonly Named[]): boolean {
  return known.some(
    (one) =>
      bare(one.title) === bare(wish.title) &&
      one.post === wish.post &&
      one.level === wish.level &&
      (one.until === null || one.until > wish.from) &&
      (one.path.startsWith(wish.path) || wish.path.startsWith(one.path)),
  )
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}
