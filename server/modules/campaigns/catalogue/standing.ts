import type { CampaignAsk, CampaignTally } from '@zhixing/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import { isBranch } from '../../organizations/index.ts'
import { add, isGiven, nothing, returnStateOf } from '../rules/standing.ts'
import type { ReturnState } from '../rules/standing.ts'
import type { Campaign } from './campaigns.ts'
import { findReturns } from './returns.ts'
import type { Return } from './returns.ts'
import { campaignEntries, campaignFindings } from '../table.ts'
import type { ReturnForm } from '../table.ts'
import { findBodies, owesForm, sessionsOf } from './find.ts'
import type { Body, Held } from './find.ts'
import { peopleOf } from './people.ts'

export type Owing = {
  readonly form: ReturnForm
  readonly given: Return | undefined
  readonly state: ReturnState
}

export type Standing = {
  readonly body: Body
  readonly tally: CampaignTally
  readonly returns: readonly Owing[]
  /** Asked in phases that are over, and not held. */
  readonly asksOverdue: number
}

type Asked = { readonly scope: string; readonly today: Day }

/** How each organization at and below a path stands in a campaign. */
export async function standingsAt(
  db: Reader,
  campaign: Campaign,
  { scope, today }: Asked,
): Promise<Standing[]> {
  const bodies = await findBodies(db, campaign, scope)
  const sessions = await sessionsOf(db, campaign, scope)
  const heldBy = Map.groupBy(sessions, ({ organizationId }) => organizationId)
  const returns = Map.groupBy(
    await findReturns(db, campaign.id, scope),
    ({ organizationId }) => organizationId,
  )
  const people = await peopleOf(db, campaign, { scope, today })
  const findings = await countFindings(db, campaign, { scope, today })
  const entries = await countEntries(db, campaign, scope)
  return bodies.map((body) => {
    const owing = owingOf(campaign, body, returns.get(body.id) ?? [], today)
    const own = heldBy.get(body.id) ?? []
    const isAsked = isBranch(body.kind)
    const tally = {
      ...nothing,
      ...(isAsked ? heldTally(campaign, own) : {}),
      ...people.get(body.id),
      ...returnTally(owing),
      ...findings.get(body.id),
      ...entries.get(body.id),
    }
    return { body, tally, returns: owing, asksOverdue: isAsked ? lacking(campaign, own, today) : 0 }
  })
}

export function sumOf(standings: readonly Standing[]): CampaignTally {
  return standings.map(({ tally }) => tally).reduce(add, nothing)
}

/** The forms that an organization owes, and how each stands. */
export function owingOf(
  campaign: Campaign,
  body: Body,
  given: readonly Return[],
  today: Day,
): Owing[] {
  return campaign.returnForms
    .filter(({ by }) => owesForm(body, by))
    .map((form) => {
      const own = given.find(({ returnFormId }) => returnFormId === form.returnFormId)
      return { form, given: own, state: returnStateOf(own, form.dueOn, today) }
    })
}

/** More than was asked does not make up for what is missing elsewhere. */
export function heldFor({ askId, count }: CampaignAsk, sessions: readonly Held[]): number {
  return Math.min(count, sessions.filter((one) => one.askId === askId && one.counts).length)
}

function lacking({ asks, phases }: Campaign, sessions: readonly Held[], today: Day): number {
  const over = new Set(phases.filter(({ until }) => until < today).map(({ phaseId }) => phaseId))
  return asks
    .filter(({ phaseId }) => over.has(phaseId))
    .reduce((sum, ask) => sum + ask.count - heldFor(ask, sessions), 0)
}

function heldTally({ asks }: Campaign, sessions: readonly Held[]) {
  const held = asks.map((ask) => heldFor(ask, sessions))
  return {
    branches: 1,
    asked: asks.reduce((sum, { count }) => sum + count, 0),
    held: held.reduce((sum, count) => sum + count, 0),
    late: sessions.filter(({ isLate }) => isLate).length,
  }
}

function returnTally(owing: readonly Owing[]) {
  return {
    returnsDue: owing.length,
    returned: owing.filter(({ state }) => isGiven(state)).length,
    returnsLate: owing.filter(({ given }) => given?.isLate).length,
    returnsOverdue: owing.filter(({ state }) => state === 'overdue').length,
  }
}

async function countFindings(db: Reader, { id }: Campaign, { scope, today }: Asked) {
  const { organizationId, state, dueOn, campaignId, path } = campaignFindings
  const rows = await db
    .select({
      organizationId,
      findings: sql<number>`count(*)::int`,
      findingsClosed: sql<number>`count(*) filter (where ${state} = 'closed')::int`,
      findingsOverdue: sql<number>`count(*) filter (where ${state} <> 'closed' and ${dueOn} < ${today}::date)::int`,
    })
    .from(campaignFindings)
    .where(and(eq(campaignId, id), within([scope], path)))
    .groupBy(organizationId)
  return new Map(rows.map(({ organizationId: key, ...counts }) => [key, counts]))
}

async function countEntries(db: Reader, { id }: Campaign, scope: string) {
  const { organizationId, state, campaignId, path } = campaignEntries
  const rows = await db
    .select({
      organizationId,
      entries: sql<number>`count(*)::int`,
      selected: sql<number>`count(*) filter (where ${state} = 'selected')::int`,
    })
    .from(campaignEntries)
    .where(and(eq(campaignId, id), within([scope], path)))
    .groupBy(organizationId)
  return new Map(rows.map(({ organizationId: key, ...counts }) => [key, counts]))
}
