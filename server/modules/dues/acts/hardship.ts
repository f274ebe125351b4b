import { contract } from '@zhixing/contract'
import type { EntryOf, Input } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { decideCase, startCase } from '../../procedures/index.ts'
import { hardship, hardshipOfRetired } from '../catalogue/hardship.ts'
import { askedFor, baseAt } from '../rules/assessment.ts'
import { refuseHardship } from '../rules/hardship.ts'
import { categoryOf } from '../rules/amount.ts'
import { readStates } from '../steps/read-states.ts'
import { byOf, requirePeople } from '../steps/require.ts'
import { settle } from '../steps/settle.ts'
import { changeHardship, keepHardship, lockHardship } from '../store/hardships.ts'

type Wish = Input<EntryOf<'dues.applyHardship'>>
type Person = Awaited<ReturnType<typeof requirePeople>>[number]

/** A secretary asks for somebody who cannot. */
export const askHardship = act(contract.dues.askHardship, async (scene, input) => {
  const { unitId, memberId, ...wish } = input
  const [person] = await requirePeople(scene, { unitId, memberIds: [memberId] })
  if (!person) throw missing('dues.memberUnknown')
  return ask(scene, person, wish)
})

export const applyHardship = ownAct(contract.dues.applyHardship, async (scene, wish) => {
  const { actor, tx } = scene
  const { unitId, memberId } = actor
  if (!memberId) throw forbidden('reach.none')
  const [person] = await requirePeople({ tx, reach: ['/'] }, { unitId, memberIds: [memberId] })
  if (!person) throw missing('dues.memberUnknown')
  return ask(scene, person, wish)
})

async function ask(
  scene: Pick<OwnScene, 'tx' | 'now' | 'actor'>,
  { member, path }: Person,
  wish: Wish,
) {
  const { tx, now, actor } = scene
  const { unitId, id: memberId, name, organizationId } = member
  const states = await readStates(tx, { unitId, memberIds: [memberId], now })
  const facts = states.facts.get(memberId)
  if (!facts) throw missing('dues.memberUnknown')
  const full = askedFor({ ...facts, reliefs: [] }, states.today, states.rates)
  const known = { name, today: states.today, fullFen: full?.fen, reliefs: facts.reliefs }
  const refusal = refuseHardship(wish, known)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const id = newId()
  const own = { unitId, organizationId, path }
  await keepHardship(tx, { ...wish, ...own, ...byOf(scene), id, memberId, state: 'asked' })
  const category = baseAt(facts.bases, states.today)?.category ?? categoryOf(member.employment)
  await startCase(tx, category === 'retired' ? hardshipOfRetired : hardship, {
    ...own,
    subject: `hardship:${id}`,
    title: `${name}申请减免党费`,
    by: actor,
    now,
  })
  return {
    value: { unitId, hardshipId: id },
    place: { unitId, path },
    change: { subject: `member:${memberId}`, after: { hardship: id, ...wish } },
  }
}

/** The branch's word and that of the committee; with the last one the ledger follows. */
export const decideHardship = act(contract.dues.decideHardship, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, hardshipId, version, isApproved, reason } = input
  const found = await lockHardship(tx, reach, { unitId, hardshipId })
  if (!found) throw missing('dues.hardshipUnknown')
  if (found.version !== version) throw conflict('input.stale')
  if (!isApproved && reason === '') throw conflict('dues.hardshipWhy')
  const { memberId, path } = found
  await requirePeople({ tx, reach: ['/'] }, { unitId, memberIds: [memberId] })
  const outcome = isApproved ? 'approve' : 'refuse'
  const name = { unitId, subject: `hardship:${hardshipId}` }
  const done = await decideCase(tx, name, { outcome, reason, actor, now })
  const states = {
    open: 'asked',
    done: 'approved',
    ended: 'refused',
    withdrawn: 'refused',
  } as const
  const state = states[done.state]
  await changeHardship(tx, found, { state, answer: reason })
  if (state === 'approved') await settle(tx, { unitId, memberIds: [memberId], by: byOf(scene) })
  if (state !== 'asked')
    await sendNotice(tx, {
      unitId,
      path,
      key: `hardship:${hardshipId}`,
      kind: 'dues',
      from: actor.name,
      fromId: actor.accountId,
      title: state === 'approved' ? '减免党费已批准' : '减免党费没有批准',
      body: `${found.from} 至 ${found.until}${reason ? `：${reason}` : ''}`,
      link: '/dues',
      personIds: [memberId],
      now,
    })
  return {
    value: { state },
    place: { unitId, path },
    change: { subject: `member:${memberId}`, after: { hardship: hardshipId, state, reason } },
  }
})
