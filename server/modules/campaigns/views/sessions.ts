import { contract } from '@zhixing/contract'
import { and, asc, eq, like, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { openAt, sessionsOf } from '../catalogue/find.ts'
import { asksOf, openFindings, readersOf, returnsOf } from '../catalogue/owed.ts'
import { chaptersOf, isDone, studyOf } from '../catalogue/people.ts'
import { beginningOf, topicOf } from '../rules/topics.ts'
import { isGiven } from '../rules/standing.ts'
import { showFindings } from '../steps/show.ts'
import { findRunning } from '../catalogue/campaigns.ts'
import { campaignEntries } from '../table.ts'

export const sessions = view(
  contract.campaigns.sessions,
  async ({ db, reach }, { campaignId, organizationId, askId, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { campaign, scope } = await openAt(db, organization, campaignId)
    const all = await sessionsOf(db, campaign, scope, askId)
    return { rows: all.slice((page - 1) * size, page * size), total: all.length }
  },
)

/** Everything one organization owes by itself in one campaign, and how it stands. */
export const owed = view(
  contract.campaigns.owed,
  async ({ db, now, reach }, { campaignId, organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { campaign } = await openAt(db, organization, campaignId)
    const today = dayOf(now)
    const { path } = organization
    const asks = await asksOf(db, campaign, organization, today)
    const returns = await returnsOf(db, campaign, organization, today)
    const own = (await openFindings(db, campaignId, path)).filter(
      (one) => one.organizationId === organization.id,
    )
    const findings = await showFindings(db, own, today)
    const entries = await db.$count(
      campaignEntries,
      and(eq(campaignEntries.campaignId, campaignId), like(campaignEntries.path, `${path}%`)),
    )
    const open =
      asks.reduce((sum, { ask, held }) => sum + ask.count - held, 0) +
      returns.filter(({ state }) => !isGiven(state)).length +
      findings.filter(({ state }) => state !== 'reported').length
    return {
      asks: asks.map(({ ask, phase, rule, held, isOverdue, sessions: rows }) => ({
        askId: ask.askId,
        title: ask.title,
        topic: ask.topic,
        rule,
        kind: beginningOf(ask.topic).kind,
        phaseName: phase.name,
        until: phase.until,
        count: ask.count,
        held,
        isOverdue,
        sessions: rows.map((row) => ({ ...row })),
      })),
      returns: returns.map(({ form: { returnFormId, title, dueOn }, state }) => ({
        returnFormId,
        title,
        dueOn,
        state,
      })),
      readings: await readersOf(db, campaign, path),
      findings,
      entries,
      open,
    }
  },
)

/** Who has studied how much of it, those furthest behind first. */
export const people = view(
  contract.campaigns.people,
  async ({ db, now, reach }, { campaignId, organizationId, onlyOpen, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { campaign, scope } = await openAt(db, organization, campaignId)
    const study = studyOf(db, campaign, { scope, today: dayOf(now) })
    const done = isDone(campaign, study)
    const chosen = onlyOpen ? sql`not ${done}` : undefined
    const { unitId, memberId, name, organizationName, minutes, chapters } = study
    const rows = await db
      .select({ unitId, memberId, name, organizationName, minutes, chapters, isDone: done })
      .from(study)
      .where(chosen)
      .orderBy(asc(minutes), asc(chapters), asc(study.nameKey), asc(memberId))
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(study)
      .where(chosen)
    const { targetMinutes } = campaign
    return { rows, total: all?.total ?? 0, chapters: chaptersOf(campaign), targetMinutes }
  },
)

export const options = view(contract.campaigns.options, async ({ db, reach }, input) => {
  const { organization } = await narrowTo(db, reach, input.organizationId)
  const found = await findRunning(db, organization.path)
  return {
    rows: found.flatMap(({ campaign }) =>
      campaign.asks.map(({ askId, title, topic }) => ({
        askId,
        title,
        campaignTitle: campaign.title,
        rule: topicOf(topic).rule,
      })),
    ),
  }
})
