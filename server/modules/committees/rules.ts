import { keysOf } from '@zhixing/contract'
import type { OrganizationKind, Reason } from '@zhixing/contract'
import { posts } from '@zhixing/contract/words.ts'
import { addMonths } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'

export type Post = keyof typeof posts

type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

export type Candidate = {
  readonly name: string
  readonly stage: 'full' | 'probationary'
  readonly isSuspended: boolean
  /** 留党察看: neither votes nor is elected. */
  readonly votelessFrom: Day | null
  readonly votelessUntil: Day | null
  readonly path: string
}

/** Sent by the superior organization rather than elected from among the members. */
function isSent(post: Post): boolean {
  return post === 'firstSecretary'
}

/** Serves as long as the committee does. */
export function isElected(post: Post): boolean {
  return post !== 'firstSecretary' && post !== 'groupLeader'
}

export const electedPosts = keysOf(posts).filter(isElected)

/** Why somebody may not hold a post of an organization, or nothing if they may. */
export function refuseHolder(
  one: Candidate,
  post: Post,
  organization: { readonly name: string; readonly path: string },
  day: Day,
): Refusal | undefined {
  const name = { 姓名: one.name, 职务: posts[post], 组织: organization.name }
  if (!isSent(post) && !one.path.startsWith(organization.path))
    return { reason: 'committees.outside', words: name }
  if (one.stage === 'probationary') return { reason: 'committees.probationary', words: name }
  if (one.isSuspended) return { reason: 'committees.suspended', words: name }
  const { votelessFrom, votelessUntil } = one
  if (votelessFrom !== null && votelessFrom <= day && day < (votelessUntil ?? '9999'))
    return { reason: 'committees.voteless', words: name }
  return undefined
}

/** Why somebody may not take a post beside those who hold posts today, or nothing if they may. */
export function refuseAppointment(
  wish: { readonly memberId: string; readonly post: Post; readonly from: Day; readonly today: Day },
  holders: readonly { readonly memberId: string; readonly post: Post; readonly name: string }[],
): Refusal | undefined {
  const { memberId, post, from, today } = wish
  if (from > today) return { reason: 'committees.future', words: { 日期: from } }
  const same = holders.filter((holder) => holder.post === post)
  const own = same.find((holder) => holder.memberId === memberId)
  if (own) return { reason: 'committees.already', words: { 姓名: own.name, 职务: posts[post] } }
  const [other] = post === 'secretary' ? same : []
  return other && { reason: 'committees.taken', words: { 姓名: other.name } }
}

/** Whether such an organization elects a committee that serves a term. */
export function hasTerms(kind: OrganizationKind): boolean {
  const isAppointed = kind === 'workCommittee' || kind === 'agencyCommittee'
  return (
    kind !== 'group' && kind !== 'leadingGroup' && !isAppointed && !kind.startsWith('temporary')
  )
}

type Limit = { readonly value: number; readonly clause: string }

/** When a committee elected on a day has served its time. */
export function termEndOf(electedOn: Day, years: number): Day {
  return addMonths(electedOn, years * 12)
}

/** Why an election may not be written down, or nothing if it may. */
export function refuseElection(
  wish: {
    readonly electedOn: Day
    readonly years: number
    readonly holders: readonly { readonly memberId: string; readonly post: Post }[]
  },
  known: { readonly today: Day; readonly lastElectedOn: Day | undefined; readonly term: Limit },
): Refusal | undefined {
  const { electedOn, years, holders } = wish
  const { today, lastElectedOn, term } = known
  if (electedOn > today) return { reason: 'committees.future', words: { 日期: electedOn } }
  if (lastElectedOn && electedOn <= lastElectedOn)
    return { reason: 'committees.order', words: { 日期: lastElectedOn } }
  if (years > term.value) return tooLong('每届任期', `${term.value} 年`, term.clause)

  const secretaries = holders.filter(({ post }) => post === 'secretary').length
  if (secretaries !== 1) return { reason: 'committees.secretaries', words: { 人数: secretaries } }
  const seats = new Set(holders.map(({ memberId, post }) => `${memberId} ${post}`))
  return seats.size < holders.length ? { reason: 'committees.twice', words: {} } : undefined
}

/** Why a term may not be extended until a day, or nothing if it may. */
export function refuseExtension(
  { endsOn, extendedTo }: { readonly endsOn: Day; readonly extendedTo: Day },
  most: Limit,
): Refusal | undefined {
  if (extendedTo <= endsOn) return { reason: 'committees.notLater', words: { 日期: endsOn } }
  return extendedTo > addMonths(endsOn, most.value)
    ? tooLong('延期换届上限', `${most.value} 个月`, most.clause)
    : undefined
}

function tooLong(name: string, limit: string, clause: string): Refusal {
  return { reason: 'committees.tooLong', words: { 名称: name, 上限: limit, 依据: clause } }
}
