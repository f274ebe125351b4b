import { contract } from '@zhixing/contract'
import type { Draft, EntryOf } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, parentOf } from '../../../kernel/reach.ts'
import { attachFile } from '../../files/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { openAt } from '../catalogue/find.ts'
import { namesOf } from '../catalogue/names.ts'
import { kindOf } from '../kinds/index.ts'
import { entrySubject, kindWords, requireRunning } from '../steps/words.ts'
import { changeEntry, findSpeaker, keepEntry, lockEntry } from '../store/entries.ts'

type Work = Draft<EntryOf<'campaigns.enter'>>
type Speaker = NonNullable<Awaited<ReturnType<typeof findSpeaker>>>

export const enter = ownAct(contract.campaigns.enter, async (scene, work) => {
  const { unitId, memberId } = scene.actor
  const speaker = memberId ? await findSpeaker(scene.tx, unitId, memberId) : undefined
  if (!speaker) throw conflict('campaigns.membersOnly')
  return keep(scene, speaker, work)
})

export const enterFor = act(
  contract.campaigns.enterFor,
  async (scene, { organizationId, memberId, ...work }) => {
    const { organization } = await narrowTo(scene.tx, scene.reach, organizationId)
    const speaker = await findSpeaker(scene.tx, organization.unitId, memberId)
    if (!speaker?.path.startsWith(organization.path)) throw missing('campaigns.memberUnknown')
    return keep(scene, speaker, work)
  },
)

/** A work lies before the organization next above the branch it comes from. */
async function keep(
  { tx, now, actor }: Pick<OwnScene, 'tx' | 'now' | 'actor'>,
  speaker: Speaker,
  { entryId, campaignId, fileIds = [], link = '', ...words }: Work,
) {
  const { unitId, organizationId, path, memberId, name: speakerName } = speaker
  const { campaign } = await openAt(tx, speaker, campaignId)
  requireRunning(campaign)
  if (!kindOf(campaign.kind).hasEntries) throw conflict('campaigns.noEntries', kindWords(campaign))
  if (fileIds.length === 0 && link === '') throw conflict('campaigns.work')
  const parent = parentOf(path)
  const standsAtId = parent.startsWith(campaign.path) ? lastOf(parent) : campaign.organizationId
  const made = { byId: actor.accountId, at: now, standsAtId, speakerName }
  const own = { id: entryId, unitId, campaignId, organizationId, path, memberId }
  const isNew = await keepEntry(tx, { ...words, ...made, ...own, link })
  const value = { unitId, entryId }
  const place = { unitId, path }
  if (!isNew) {
    if ((await lockEntry(tx, unitId, entryId))?.memberId !== memberId)
      throw missing('campaigns.entryUnknown')
    return { value, place, change: 'none' as const }
  }
  const subject = entrySubject(entryId)
  const { accountId } = actor
  for (const fileId of fileIds)
    // oxlint-disable-next-line no-await-in-loop
    await attachFile(tx, { unitId: actor.unitId, fileId, subject, path, accountId })
  return { value, place, change: { subject, after: { ...words, speakerName, link } } }
}

/** Passed on, a work lies before the next above; passed by whoever holds the campaign, it is chosen. */
export const judge = act(
  contract.campaigns.judge,
  async ({ tx, now, actor, reach }, { unitId, entryId, version, ...verdict }) => {
    const entry = await lockEntry(tx, unitId, entryId)
    if (!entry || !covers(reach, entry.path)) throw missing('campaigns.entryUnknown')
    const { campaign } = await openAt(tx, entry, entry.campaignId)
    requireRunning(campaign)
    if (entry.state !== 'judging') throw conflict('campaigns.judged')
    const standsAt = pathTo(entry.path, entry.standsAtId)
    const organizationName = (await namesOf(tx, [entry.standsAtId])).get(entry.standsAtId) ?? ''
    if (!covers(reach, standsAt)) throw conflict('campaigns.notHere', { 组织: organizationName })
    if (entry.version !== version) throw conflict('input.stale')

    const { isPassed, score, comment, award } = verdict
    const isLast = entry.standsAtId === campaign.organizationId
    const passed = isLast ? ('selected' as const) : ('judging' as const)
    const state = isPassed ? passed : ('declined' as const)
    const judged = { organizationName, byName: actor.name, score, isPassed, comment }
    const next = await changeEntry(tx, entry, {
      state,
      standsAtId: state === 'judging' ? lastOf(parentOf(standsAt)) : entry.standsAtId,
      award: state === 'selected' ? award : '',
      judgments: [...entry.judgments, { ...judged, at: now.toISOString() }],
    })
    const change = { subject: entrySubject(entryId), after: { ...judged, state, award } }
    return { value: { version: next, state }, place: entry, change }
  },
)

function lastOf(path: string): string {
  return path.split('/').at(-2) ?? ''
}

function pathTo(path: string, id: string): string {
  return path.slice(0, path.indexOf(id) + id.length + 1)
}
