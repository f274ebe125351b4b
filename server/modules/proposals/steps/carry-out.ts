import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { Problem, conflict } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { draftClass, enrolMembers } from '../../classes/index.ts'
import { findMembersOf } from '../../members/index.ts'
import { beginRound, findExcused } from '../../outreach/index.ts'
import { findSecretaries } from '../../requirements/index.ts'
import { sendToEach } from '../../notices/index.ts'
import { applicationOf } from '../rules/application.ts'
import type { OfferRow, PersonRow, PickRow, Proposal } from '../store/proposals.ts'

export type Part = {
  readonly pick: PickRow
  readonly offer: OfferRow
  readonly person: PersonRow
}

/** Why a person's part could not be done; nothing where it was. */
type RefusalOf = (memberId: string) => string

const done: RefusalOf = () => ''

/** Does one offer of a proposal for those who are to take it. */
export async function carryOut(
  scene: Scene,
  proposal: Proposal,
  parts: readonly Part[],
): Promise<RefusalOf> {
  const [first] = parts
  if (!first) return done
  const { offer } = first
  if (offer.kind === 'seat') return seat(scene, offer, parts)
  if (offer.kind === 'newClass') return apply(scene, proposal, offer, parts)
  if (offer.kind === 'course') return tellMembers(scene, proposal, parts)
  return openRounds(scene, proposal, parts)
}

/** A seat each, as if they had been sent one by one; a place in the line is none. */
async function seat(
  { tx, now, actor, reach }: Scene,
  { subjectUnitId, subjectId, title }: OfferRow,
  parts: readonly Part[],
): Promise<RefusalOf> {
  const key = { unitId: subjectUnitId ?? '', classId: subjectId ?? '' }
  const whenFull = conflict('proposals.seatGone', { 名称: title })
  const applicants = parts.map(({ person }) => ({ person, byId: actor.accountId, now }))
  const asked = { applicants, way: 'nominated', reach, whenFull } as const
  const verdicts = await enrolMembers(tx, key, asked)
  const refusals = new Map(
    parts.map(({ person }, at) => {
      const verdict = verdicts[at]
      return [person.memberId, verdict instanceof Problem ? sentenceOf(verdict) : '']
    }),
  )
  return (memberId) => refusals.get(memberId) ?? ''
}

/** A draft of an application, for whoever knows the work to complete. */
async function apply(
  { tx, now, actor }: Scene,
  proposal: Proposal,
  offer: OfferRow,
  parts: readonly Part[],
): Promise<RefusalOf> {
  const { plan } = offer
  if (!plan) return done
  const { unitId, organizationId, path } = proposal
  const application = applicationOf(offer.title, plan, {
    people: parts.length,
    fen: offer.fen,
    today: dayOf(now),
  })
  const place = { unitId, organizationId, path }
  await draftClass(tx, { ...place, classId: offer.id, application, by: actor, now })
  return done
}

async function tellMembers(
  { tx, now, actor }: Scene,
  proposal: Proposal,
  parts: readonly Part[],
): Promise<RefusalOf> {
  const notices = parts.map(({ offer, person }) => ({
    unitId: person.memberUnitId,
    path: person.path,
    key: `proposal:${proposal.id}:${offer.id}:${person.memberId}`,
    kind: 'study',
    from: actor.name,
    fromId: actor.accountId,
    title: `请学习：${offer.title}`,
    body: `学完计 ${hours(offer.minutes)} 学时，请在 ${proposal.until} 前完成。`,
    link: `/learn/${offer.subjectId ?? ''}`,
    personId: person.memberId,
  }))
  await sendToEach(tx, notices, now)
  return done
}

/** Visits are for the branch to make: each has a round of them, and its secretaries go unless they send somebody. */
async function openRounds(
  { tx, now, actor }: Scene,
  proposal: Proposal,
  parts: readonly Part[],
): Promise<RefusalOf> {
  const branches = Map.groupBy(parts, ({ person }) => person.organizationId)
  const today = dayOf(now)
  const secretaries = await findSecretaries(tx, [...branches.keys()], today)
  const visited = new Set<string>()
  for (const [organizationId, some] of branches) {
    const [first] = some
    if (!first) continue
    const { memberUnitId: unitId, path } = first.person
    const asked = some.map(({ person }) => person.memberId)
    const people = await findExcused(tx, [path], { unitId, memberIds: asked, now })
    if (people.length === 0) continue
    const memberIds = people.map(({ memberId }) => memberId)
    for (const memberId of memberIds) visited.add(memberId)
    const goers = { unitId, memberIds: secretaries.get(organizationId) ?? [] }
    await beginRound(tx, {
      unitId,
      organizationId,
      path,
      formId: newId(),
      title: `补训方案：${first.offer.title}`.slice(0, 100),
      from: today,
      until: proposal.until > today ? proposal.until : today,
      packId: null,
      memberIds,
      visitors: await findMembersOf(tx, ['/'], goers),
      by: actor,
      now,
    })
  }
  const refusal = sentenceOf(conflict('outreach.notExcused', { 人数: 1 }))
  return (memberId) => (visited.has(memberId) ? '' : refusal)
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10
}
