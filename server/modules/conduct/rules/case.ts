import { disposalGrounds, disposalKinds } from '@zhixing/contract/conduct-words.ts'
import type { Reason } from '@zhixing/contract'
import { addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type CaseKind = keyof typeof disposalKinds
export type Ground = keyof typeof disposalGrounds

type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

const threeNots: readonly Ground[] = ['life', 'dues', 'work']
const removal: readonly Ground[] = [
  ...threeNots,
  'faith',
  'religion',
  'leaving',
  'threat',
  'unchanged',
]

/** What each kind of case may rest on: article 24 and articles 28 to 31. */
export const groundsOf: Readonly<Record<CaseKind, readonly Ground[]>> = {
  correct: ['duty', 'religion', ...threeNots],
  persuade: ['faith', 'religion', 'unchanged'],
  remove: removal,
  suspend: ['lost', 'settled'],
  restore: ['found'],
  strike: ['lostLonger'],
}

/** Article by article, for whoever asks why. */
export const clausesOf: Readonly<Record<CaseKind, string>> = {
  correct: '《中国共产党党员教育管理工作条例》第三十条',
  persuade: '《中国共产党党员教育管理工作条例》第三十一条',
  remove: '《中国共产党党员教育管理工作条例》第三十一条，《中国共产党章程》第九条',
  suspend: '《中国共产党党员教育管理工作条例》第二十四条',
  restore: '《中国共产党党员教育管理工作条例》第二十四条',
  strike: '《中国共产党党员教育管理工作条例》第二十四条',
}

export function refuseGround(kind: CaseKind, ground: Ground): Refusal | undefined {
  if (groundsOf[kind].includes(ground)) return undefined
  return {
    reason: 'conduct.grounds',
    words: {
      理由: disposalGrounds[ground],
      类别: disposalKinds[kind],
      可选: groundsOf[kind].map((one) => disposalGrounds[one]).join('、'),
    },
  }
}

/** Which of the three clocks a ground rests on. */
export function clockOf(ground: Ground): 'life' | 'dues' | 'work' | undefined {
  return ground === 'life' || ground === 'dues' || ground === 'work' ? ground : undefined
}

type Standing = {
  readonly name: string
  readonly lostSince: Day | null
  readonly isSuspended: boolean
  readonly suspendedOn: Day | null
  readonly searches: number
}
type Waits = {
  readonly 'lost.suspend_after': { readonly value: number; readonly clause: string }
  readonly 'lost.remove_after': { readonly value: number; readonly clause: string }
}

/** Why membership cannot be suspended, restored or struck as things stand; nothing where it can. */
export function refuseStanding(
  { kind, ground }: { readonly kind: CaseKind; readonly ground: Ground },
  member: Standing,
  { today, waits }: { readonly today: Day; readonly waits: Waits },
): Refusal | undefined {
  const words = { 姓名: member.name }
  if (kind === 'restore')
    return member.isSuspended ? undefined : { reason: 'conduct.notSuspended', words }
  if (kind === 'strike') return refuseStrike(member, today, waits)
  if (kind !== 'suspend') return undefined
  if (member.isSuspended) return { reason: 'conduct.suspendedAlready', words }
  if (ground !== 'lost') return undefined
  const { lostSince, searches } = member
  if (lostSince === null) return { reason: 'conduct.notLost', words }
  const { value: months, clause } = waits['lost.suspend_after']
  const on = addMonths(lostSince, months)
  if (today < on)
    return {
      reason: 'conduct.lostSoon',
      words: { ...words, 开始: lostSince, 日期: on, 月数: months, 依据: clause },
    }
  return searches === 0 ? { reason: 'conduct.notSearched', words } : undefined
}

function refuseStrike(
  { name, isSuspended, suspendedOn, lostSince }: Standing,
  today: Day,
  waits: Waits,
): Refusal | undefined {
  if (!isSuspended) return { reason: 'conduct.notSuspended', words: { 姓名: name } }
  const { value: years, clause } = waits['lost.remove_after']
  const begun =
    suspendedOn ?? (lostSince ? addMonths(lostSince, waits['lost.suspend_after'].value) : null)
  const on = begun ? addMonths(begun, years * 12) : null
  return on !== null && today >= on
    ? undefined
    : {
        reason: 'conduct.strikeSoon',
        words: { 姓名: name, 日期: on ?? '停止党籍之日', 年数: years, 依据: clause },
      }
}

/** A correction ends within the year, and begins after it was decided. */
export function refuseCorrection(
  until: Day,
  {
    on,
    most,
  }: { readonly on: Day; readonly most: { readonly value: number; readonly clause: string } },
): Refusal | undefined {
  if (until <= on) return { reason: 'conduct.correctionShort', words: { 日期: on } }
  const last = addMonths(on, most.value)
  return until <= last
    ? undefined
    : {
        reason: 'conduct.correctionLong',
        words: { 月数: most.value, 日期: last, 依据: most.clause },
      }
}
