import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { lockCheckIn, updateCheckIn } from '../store/check-ins.ts'
import type { CheckInRow } from '../store/check-ins.ts'

/** The receiving branch takes somebody in, or says why not; the member hears of it. */
export const answer = act(contract.floating.answer, async ({ tx, now, actor, reach }, input) => {
  const row = await lockCheckIn(tx, reach, input)
  if (!row) throw missing('floating.checkInUnknown')
  if (row.version !== input.version) throw conflict('input.stale')
  if (row.state !== 'reported') throw conflict('floating.answered')
  if (!input.isAccepted && input.answer.length < 2) throw conflict('floating.sayWhy')

  const state = input.isAccepted ? 'confirmed' : 'declined'
  const answered = { answeredOn: dayOf(now), answeredBy: actor.name, answer: input.answer }
  const version = await updateCheckIn(tx, row, { state, ...answered })
  await tellMember({ tx, now, actor }, row, input)
  return {
    value: { version },
    place: placeOf(row),
    change: { subject: `check-in:${row.id}`, after: { state, ...answered } },
  }
})

/** They have gone, or it was a mistake: another branch may be reported to. */
export const release = act(contract.floating.release, async ({ tx, now, reach }, input) => {
  const row = await lockCheckIn(tx, reach, input)
  if (!row) throw missing('floating.checkInUnknown')
  if (row.version !== input.version) throw conflict('input.stale')
  if (row.state !== 'confirmed') throw conflict('floating.answered')
  const version = await updateCheckIn(tx, row, { state: 'ended', endedOn: dayOf(now) })
  return {
    value: { version },
    place: placeOf(row),
    change: { subject: `check-in:${row.id}`, after: { state: 'ended' } },
  }
})

type Told = Parameters<Parameters<typeof act<typeof contract.floating.answer>>[1]>[0]

async function tellMember(
  { tx, now, actor }: Pick<Told, 'tx' | 'now' | 'actor'>,
  { unitId, id, path, hostName, memberId }: CheckInRow,
  { isAccepted, answer: why }: { readonly isAccepted: boolean; readonly answer: string },
) {
  await sendNotice(tx, {
    unitId,
    path,
    key: `check-in:${id}`,
    kind: 'floating',
    from: hostName,
    fromId: actor.accountId,
    title: isAccepted ? `${hostName}已接收您的报到` : `${hostName}没有接收您的报到`,
    body: why === '' ? '请按支部安排参加组织生活。' : why,
    link: '/floating',
    personIds: [memberId],
    now,
  })
}

/** The act took place at the receiving branch; its unit is the one on the way there, and the row stays at home. */
function placeOf({ unitId, path }: CheckInRow) {
  return { unitId, path }
}
