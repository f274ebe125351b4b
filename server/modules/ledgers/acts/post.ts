import type { Contract, Input } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { addDays, dayOf, daysBetween } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { commonPath, covers } from '../../../kernel/reach.ts'
import { attachFile } from '../../files/index.ts'
import { findMembersOf } from '../../members/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { convertHours, postHours } from '../index.ts'
import type { Posting } from '../index.ts'
import { daysOf, overDays, spanDaysMax } from '../rules/span.ts'

type Form = Input<Contract['ledgers']['post']>

/** Study that did not happen before the platform's own eyes: a paper shows it, and somebody has checked the paper. */
export const post = act(contract.ledgers.post, async (scene, form) => {
  const { tx, now, actor, reach } = scene
  refuseSpan(form, now)
  const people = await findMembersOf(tx, reach, form)
  if (people.length < new Set(form.memberIds).size) throw missing('members.unknown')

  const paths = people.map(({ path }) => path)
  const common = commonPath(paths)
  const path = covers(reach, common) ? common : (paths[0] ?? common)
  const worth = await worthOf(scene, form, path)
  const postings = people.flatMap(({ memberId }) => postingsOf(form, memberId, { ...worth, scene }))

  const { unitId, fileId, requestId } = form
  const subject = `hours:${requestId}`
  await attachFile(tx, { unitId, fileId, subject, path, accountId: actor.accountId })
  const { entries } = await postHours(tx, postings)

  const postedMinutes = worth.minutes * people.length
  const { title, source, from, until, clockMinutes, verifier } = form
  const facts = { title, source, from, until, clockMinutes, verifier, memberIds: form.memberIds }
  return {
    value: { postedMinutes, people: people.length },
    place: { unitId, path },
    // Sent twice by an impatient hand: it was there before.
    change: entries.length === 0 ? 'none' : { subject, after: { ...facts, postedMinutes } },
  }
})

function refuseSpan({ from, until }: Form, now: Date): void {
  if (until > dayOf(now)) throw conflict('ledgers.future', { 日期: until })
  if (daysBetween(from, until) >= spanDaysMax) throw conflict('ledgers.longSpan')
}

async function worthOf({ tx, now }: Scene, form: Form, path: string) {
  const { source, clockMinutes, level, from, until } = form
  const days = daysOf(from, until).length
  const point = { path, day: until }
  const worth = await convertHours(tx, point, { source, clockMinutes, level, days })
  if (worth.minutes === 0) throw conflict('ledgers.noMinutes')
  const { value: daysMax } = await ruleAt(tx, 'activity.late.days', point)
  return { ...worth, isLate: dayOf(now) > addDays(until, daysMax) }
}

type Facts = Awaited<ReturnType<typeof worthOf>> & { readonly scene: Scene }

function postingsOf(form: Form, memberId: string, { scene, minutes, ...worth }: Facts): Posting[] {
  const { unitId, requestId, source, title, category, level, verifier, fileId } = form
  return overDays(form.from, form.until, minutes).map((portion) => ({
    unitId,
    memberId,
    source,
    title,
    category,
    level,
    verifier,
    fileId,
    ...worth,
    ...portion,
    sourceId: requestId,
    key: `hand:${requestId}:${portion.day}`,
    postedBy: scene.actor.accountId,
    at: scene.now,
  }))
}
