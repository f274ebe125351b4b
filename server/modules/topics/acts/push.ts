import { contract } from '@zhixing/contract'
import type { ActivityKind } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { sendToEach } from '../../notices/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { findBelow, findBranches, findSecretaries, findTopic, keepTopic } from '../store.ts'

/** Goes to every branch of the audience at once; their secretaries are told. */
export const push = act(contract.topics.push, async (scene, { topicId, ...asked }) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, audience, fileIds, ...words } = asked
  const { organization } = await narrowTo(tx, reach, organizationId)
  const { path, unitId, name } = organization
  if (words.dueOn < dayOf(now)) throw conflict('topics.duePast', { 日期: words.dueOn })

  const { hold } = words
  if (hold && hold.on < dayOf(now)) throw conflict('topics.holdPast', { 日期: hold.on })
  if (hold && hold.on > words.dueOn)
    throw conflict('topics.holdLate', { 日期: hold.on, 期限: words.dueOn })

  const wanted = audience.length > 0 ? [...new Set(audience)] : [organizationId]
  const places = await findBelow(tx, path, wanted)
  if (places.length < wanted.length) throw conflict('topics.audienceOutside', { 名称: name })
  const branches = await findBranches(
    tx,
    places.map((place) => place.path),
  )
  if (branches.length === 0) throw conflict('topics.noBranch')

  const place = { unitId, path }
  const row = { ...words, id: topicId, organizationId, pushedAt: now, pushedBy: actor.accountId }
  if ((await keepTopic(tx, row, wanted)) === 'known') {
    const known = await findTopic(tx, topicId)
    if (known?.topic.organizationId !== organizationId) throw missing('topics.unknown')
    return { value: { topicId, branches: branches.length, told: 0 }, place, change: 'none' }
  }
  const subject = `topic:${topicId}`
  const { accountId } = actor
  for (const fileId of fileIds)
    // They are few, and each has its own refusal.
    // oxlint-disable-next-line no-await-in-loop
    await attachFile(tx, { unitId: actor.unitId, fileId, subject, path, accountId })
  const told = await tellSecretaries(scene, branches, { ...row, from: name })
  const value = { topicId, branches: branches.length, told }
  return { value, place, change: { subject, after: { ...row, audience: wanted } } }
})

type Branches = Awaited<ReturnType<typeof findBranches>>
type About = {
  readonly id: string
  readonly title: string
  readonly dueOn: string
  readonly hold: { readonly on: string; readonly kind: ActivityKind } | null
  readonly from: string
}

async function tellSecretaries(
  { tx, now, actor }: Scene,
  branches: Branches,
  { id, title, dueOn, hold, from }: About,
): Promise<number> {
  const branchOf = new Map(branches.map((branch) => [branch.id, branch]))
  const secretaries = await findSecretaries(tx, [...branchOf.keys()], dayOf(now))
  const notices = secretaries.flatMap(({ organizationId, memberId }) => {
    const branch = branchOf.get(organizationId)
    if (!branch) return []
    const { unitId, path } = branch
    return {
      unitId,
      path,
      key: `topic:${id}:${memberId}`,
      kind: 'topic',
      from,
      fromId: actor.accountId,
      title: `必学内容：${title}`,
      body: `${hold ? `统一安排在 ${hold.on} 开展。` : ''}请在 ${dueOn} 前列入支部学习。可以集中学，也可以分批小班学、送学上门、党员自学。`,
      link: '/topics',
      personId: memberId,
    }
  })
  return (await sendToEach(tx, notices, now)).size
}
