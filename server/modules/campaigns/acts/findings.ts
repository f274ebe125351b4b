import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { attachFile, filesOf } from '../../files/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { findLeaders, openAt } from '../catalogue/find.ts'
import { kindOf } from '../kinds/index.ts'
import { findingSubject, isAbove, kindWords, requireRunning } from '../steps/words.ts'
import { changeFinding, keepFinding, lockFinding } from '../store/findings.ts'
import type { Finding } from '../store/findings.ts'

export const find = act(
  contract.campaigns.find,
  async ({ tx, now, actor, reach }, { campaignId, organizationId, findingId, ...words }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { campaign } = await openAt(tx, organization, campaignId)
    requireRunning(campaign)
    if (!kindOf(campaign.kind).hasFindings)
      throw conflict('campaigns.noFindings', kindWords(campaign))
    const { unitId, path } = organization
    if (words.dueOn < dayOf(now)) throw conflict('campaigns.findingDue', { 日期: words.dueOn })
    if (!path.startsWith(campaign.path)) throw missing('campaigns.unknown')
    const by = { byId: actor.accountId, at: now }
    const row = { ...words, ...by, id: findingId, unitId, campaignId, organizationId, path }
    const isNew = await keepFinding(tx, row)
    if (!isNew && (await lockFinding(tx, unitId, findingId))?.organizationId !== organizationId)
      throw missing('campaigns.findingUnknown')
    return {
      value: { unitId, findingId },
      place: organization,
      change: isNew ? { subject: findingSubject(findingId), after: words } : 'none',
    }
  },
)

/** What was done, with the papers that show it; those above have the word now. */
export const resolve = act(
  contract.campaigns.resolve,
  async (scene, { unitId, findingId, version, result, fileIds }) => {
    const { tx, actor } = scene
    const finding = await lockOpen(scene, { unitId, findingId, version })
    const { path } = finding
    const subject = findingSubject(findingId)
    const { accountId, unitId: own } = actor
    for (const fileId of fileIds)
      // oxlint-disable-next-line no-await-in-loop
      await attachFile(tx, { unitId: own, fileId, subject, path, accountId })
    if (((await filesOf(tx, [subject])).get(subject) ?? []).length === 0)
      throw conflict('campaigns.evidence')
    const next = await changeFinding(tx, finding, { state: 'reported', result, verdict: '' })
    const change = { subject, before: { state: finding.state }, after: { result } }
    return { value: { version: next }, place: finding, change }
  },
)

/** The one above closes it, or says what is missing. */
export const settle = act(
  contract.campaigns.settle,
  async (scene, { unitId, findingId, version, isClosed, verdict }) => {
    const { tx, now, actor, reach } = scene
    const finding = await lockOpen(scene, { unitId, findingId, version })
    if (!isAbove(reach, finding.path)) throw forbidden('campaigns.ownFinding')
    if (finding.state !== 'reported') throw conflict('campaigns.notResolved')
    if (!isClosed && verdict.length < 2) throw conflict('campaigns.sayVerdict')
    const closed = { state: 'closed', closedOn: dayOf(now), closedByName: actor.name } as const
    const set = isClosed ? closed : ({ state: 'sentBack' } as const)
    const next = await changeFinding(tx, finding, { ...set, verdict })
    if (!isClosed) await tellOwners(scene, finding, { verdict, version: next })
    const change = { subject: findingSubject(findingId), after: { ...set, verdict } }
    return { value: { version: next }, place: finding, change }
  },
)

type Asked = { readonly unitId: string; readonly findingId: string; readonly version: number }

async function lockOpen({ tx, reach }: Scene, asked: Asked): Promise<Finding> {
  const finding = await lockFinding(tx, asked.unitId, asked.findingId)
  if (!finding || !covers(reach, finding.path)) throw missing('campaigns.findingUnknown')
  if (finding.state === 'closed') throw conflict('campaigns.findingClosed')
  if (finding.version !== asked.version) throw conflict('input.stale')
  return finding
}

async function tellOwners(
  { tx, now, actor }: Scene,
  { id, unitId, path, organizationId, problem }: Finding,
  { verdict, version }: { readonly verdict: string; readonly version: number },
): Promise<void> {
  const leaders = await findLeaders(tx, path, dayOf(now))
  await sendNotice(tx, {
    unitId,
    path,
    key: `finding:${id}:${version}`,
    kind: 'campaign',
    from: actor.name,
    fromId: actor.accountId,
    title: '整改退回，请继续',
    body: `“${problem.slice(0, 60)}”：${verdict}`,
    link: '/campaigns',
    personIds: leaders
      .filter((one) => one.organizationId === organizationId)
      .map(({ memberId }) => memberId),
    now,
  })
}
