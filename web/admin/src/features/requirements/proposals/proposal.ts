import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'

export type Proposal = Output<EntryOf<'requirements.proposal'>>
export type Offer = Proposal['offers'][number]
export type Person = Output<EntryOf<'requirements.proposedPeople'>>['rows'][number]
export type Row = Output<EntryOf<'requirements.proposals'>>['rows'][number]

export function isRunning(job: Proposal['job']): boolean {
  return job?.status === 'waiting' || job?.status === 'running'
}

/** How far the answer is proven, as one would say it. */
export function proofOf({ isProven, isCut, yuanSaved, openMinutes }: NonNullable<Row['totals']>) {
  if (isProven) return '已证明没有更省的办法'
  const more = `别的办法最多再省 ${yuanSaved.toLocaleString('zh-CN')} 元`
  const open = openMinutes > 0 ? '（没补齐的学时按每学时 3 万元折算在内）' : ''
  return `${isCut ? '到了设定的时间：' : ''}${more}${open}`
}

export function outcomeOf({ people, reached, openMinutes }: NonNullable<Row['totals']>): string {
  if (people === 0) return '没有人差学时'
  const rest = people - reached
  return rest === 0
    ? `${String(people)} 人全部补齐`
    : `${String(reached)} 人补齐，${String(rest)} 人还差 ${hours(openMinutes)} 学时`
}
