import { contract } from '@zhixing/contract'
import { campaignStates } from '@zhixing/contract/campaign-words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { countBodies, findEverybody, findLeaders, openAt } from '../catalogue/find.ts'
import { standingsAt, sumOf } from '../catalogue/standing.ts'
import { askReadings, lockOwn } from '../steps/own.ts'
import { requireRunning } from '../steps/words.ts'
import { changeCampaign } from '../store/campaigns.ts'

/** From now on everybody below sees it; each is told once. */
export const launch = act(
  contract.campaigns.launch,
  async ({ tx, now, actor, reach }, { campaignId, version }) => {
    const campaign = await lockOwn(tx, reach, campaignId)
    const { state, path, title, from, until, readings } = campaign
    if (state !== 'draft') throw conflict('campaigns.state', { 状态: campaignStates[state] })
    if (campaign.version !== version) throw conflict('input.stale')
    await changeCampaign(tx, campaign, { state: 'running' })
    await askReadings(tx, campaign, { by: actor.accountId, now })
    const everybody = await findEverybody(tx, path)
    const list = readings.length > 0 ? `，阅读 ${readings.length} 本（篇）` : ''
    const notices = everybody.map(({ unitId, memberId, path: at }) => ({
      unitId,
      path: at,
      personId: memberId,
      key: `campaign:${campaignId}:${memberId}`,
      kind: 'campaign',
      from: actor.name,
      fromId: actor.accountId,
      title: `${title}开始了`,
      body: `${from} 至 ${until}${list}。打开可以看安排和自己要学的内容。`,
      link: '/campaigns',
    }))
    await sendToEach(tx, notices, now)
    const value = { organizations: await countBodies(tx, path), people: everybody.length }
    return {
      value,
      place: campaign,
      change: { subject: `campaign:${campaignId}`, before: { state }, after: value },
    }
  },
)

/** Expected beside actual, as it was on this day; the numbers do not move any more. */
export const close = act(
  contract.campaigns.close,
  async ({ tx, now, actor, reach }, { campaignId, version, summary }) => {
    const campaign = await lockOwn(tx, reach, campaignId)
    requireRunning(campaign)
    if (campaign.version !== version) throw conflict('input.stale')
    const today = dayOf(now)
    const { until, path } = campaign
    if (today <= until) throw conflict('campaigns.early', { 日期: until })
    const tally = sumOf(await standingsAt(tx, campaign, { scope: path, today }))
    const outcome = { on: today, byName: actor.name, summary, tally }
    await changeCampaign(tx, campaign, { state: 'closed', outcome })
    return {
      value: tally,
      place: campaign,
      change: { subject: `campaign:${campaignId}`, after: outcome },
    }
  },
)

/** Tells those who lead what their organization still owes, once a day at most. */
export const remind = act(
  contract.campaigns.remind,
  async ({ tx, now, actor, reach }, { campaignId, organizationId }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    const { campaign, scope } = await openAt(tx, organization, campaignId)
    requireRunning(campaign)
    const today = dayOf(now)
    const standings = await standingsAt(tx, campaign, { scope, today })
    const owing = new Map(
      standings.flatMap(({ body, asksOverdue, tally }) => {
        const parts = [
          asksOverdue > 0 ? `${asksOverdue} 次活动` : '',
          tally.returnsOverdue > 0 ? `${tally.returnsOverdue} 张回执` : '',
          tally.findingsOverdue > 0 ? `${tally.findingsOverdue} 个逾期的整改问题` : '',
        ].filter(Boolean)
        return parts.length > 0 ? [[body.id, `${body.name}还欠${parts.join('、')}`] as const] : []
      }),
    )
    if (owing.size === 0) throw conflict('campaigns.nothing')
    const leaders = await findLeaders(tx, scope, today)
    const notices = leaders.flatMap(({ unitId, memberId, organizationId: id, path }) => {
      const body = owing.get(id)
      if (!body) return []
      return {
        unitId,
        path,
        personId: memberId,
        key: `campaign-owed:${campaignId}:${id}:${memberId}:${today}`,
        kind: 'reminder',
        from: actor.name,
        fromId: actor.accountId,
        title: `${campaign.title}催办`,
        body: `${body}，请抓紧完成。`,
        link: '/campaigns',
      }
    })
    const told = await sendToEach(tx, notices, now)
    const value = { organizations: owing.size, people: told.size }
    const change = { subject: `campaign:${campaignId}`, after: value }
    return { value, place: organization, change: told.size > 0 ? change : 'none' }
  },
)
