import { contract } from '@zhixing/contract'
import { campaignKinds } from '@zhixing/contract/campaign-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { openAt, scopeOf } from '../catalogue/find.ts'
import { standingsAt, sumOf } from '../catalogue/standing.ts'
import { kindOf, kinds } from '../kinds/index.ts'
import { draftOf } from '../rules/draft.ts'
import { traitsOf } from '../rules/kind.ts'
import { behindFirst, nothing } from '../rules/standing.ts'
import { readFacts } from '../steps/read-facts.ts'
import { headOf } from '../steps/show.ts'
import { countCampaigns, findCampaigns } from '../catalogue/campaigns.ts'
import { overview } from '../../overviews/index.ts'

export const listKinds = view(contract.campaigns.kinds, () =>
  Promise.resolve({
    rows: kinds.map((kind) => ({
      ...traitsOf(kind),
      kind: kind.key,
      name: campaignKinds[kind.key],
      purpose: kind.purpose,
    })),
  }),
)

export const draft = view(
  contract.campaigns.draft,
  async ({ db, reach }, { organizationId, kind, from, until }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    if (isBranch(organization.kind)) throw conflict('campaigns.branch')
    if (until < from) throw conflict('campaigns.days', { 开始: from, 截止: until })
    return draftOf(kindOf(kind), { from, until }, newId)
  },
)

/** What runs first; how far each has come here and below. */
export const listCampaigns = overview(
  contract.campaigns.list,
  async (sight, { organizationId, ...page }) => {
    const { db, now, actor } = sight
    const { organization } = await narrowTo(db, sight.reach, organizationId)
    const today = dayOf(now)
    const { path } = organization
    const manages = reachOf(actor.appointments, 'campaigns.manage')
    const rows = []
    for (const { campaign, organizationName } of await findCampaigns(db, path, page)) {
      const scope = scopeOf(campaign, path)
      const isRunning = campaign.state === 'running'
      // oxlint-disable-next-line no-await-in-loop
      const standings = isRunning ? await standingsAt(db, campaign, { scope, today }) : []
      const tally = isRunning ? sumOf(standings) : (campaign.outcome?.tally ?? nothing)
      const isBelow = campaign.path.startsWith(path) ? ('below' as const) : ('above' as const)
      const place = campaign.path === path ? ('own' as const) : isBelow
      rows.push({ ...headOf(campaign, organizationName, today), place, tally })
    }
    const mayManage = covers(manages, path) && !isBranch(organization.kind)
    return { mayManage, rows, ...(await countCampaigns(db, path)) }
  },
)

export const show = view(
  contract.campaigns.show,
  async ({ db, now, reach, actor }, { campaignId, organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { campaign, organizationName, scope } = await openAt(db, organization, campaignId)
    const today = dayOf(now)
    const may = (grant: 'campaigns.manage' | 'campaigns.answer' | 'campaigns.judge', at: string) =>
      covers(reachOf(actor.appointments, grant), at)
    const { path } = organization
    const isRunning = campaign.state === 'running'
    const { outcome } = campaign
    return {
      ...headOf(campaign, organizationName, today),
      ...(await readFacts(db, campaign)),
      version: campaign.version,
      traits: traitsOf(kindOf(campaign.kind)),
      tally: sumOf(await standingsAt(db, campaign, { scope, today })),
      outcome: outcome ? { ...outcome, tally: { ...outcome.tally } } : null,
      can: {
        manage: campaign.state !== 'closed' && may('campaigns.manage', campaign.path),
        answer: isRunning && may('campaigns.answer', path) && path.startsWith(campaign.path),
        judge: may('campaigns.judge', path),
      },
      isBranch: isBranch(organization.kind),
    }
  },
)

/** One line for each directly below, all that lies below it included. */
export const board = view(
  contract.campaigns.board,
  async ({ db, now, reach }, { campaignId, organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { campaign, scope } = await openAt(db, organization, campaignId)
    const all = await standingsAt(db, campaign, { scope, today: dayOf(now) })
    const step = scope.split('/').length - 1
    const byChild = Map.groupBy(all, ({ body }) => body.path.split('/')[step] ?? '')
    const rows = all
      .map(({ body }) => body)
      .filter(({ path }) => path.split('/').length === step + 2)
      .map(({ id, name, kind }) => ({
        organizationId: id,
        name,
        hasBelow: !isBranch(kind),
        ...sumOf(byChild.get(id) ?? []),
      }))
    return { organizationName: organization.name, rows: rows.toSorted(behindFirst) }
  },
)
