import { keysOf, offices } from '@zhixing/contract'
import type { Grant } from '@zhixing/contract'
import { officeNames } from '@zhixing/contract/words.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { covers, parentOf, reachOf } from '../../../kernel/reach.ts'
import type { procedureCases } from '../table.ts'

type Case = typeof procedureCases.$inferSelect

export function stepNameOf(found: Case | undefined): string {
  return found?.steps.find(({ key }) => key === found.step)?.name ?? ''
}

/** Why this actor cannot decide the step whose turn it is; nothing where they can. */
export function refuseRight(actor: Actor, found: Case): Problem | undefined {
  const { decidedBy, isAbove, startedBy, startedByName } = found
  const path = turnPathOf(found)
  const words = { 步骤: stepNameOf(found) }
  if (isJudged(actor, found)) return conflict('procedures.right', { ...words, 谁: '别的同志' })
  if (decidedBy === 'starter')
    return startedBy === actor.accountId
      ? undefined
      : conflict('procedures.starter', { ...words, 姓名: startedByName })
  const reach = reachOf(actor.appointments, decidedBy)
  if (!covers(reach, path)) return conflict('procedures.right', { ...words, 谁: decidersOf(found) })
  const parent = parentOf(path)
  return isAbove && parent !== '/' && !covers(reach, parent)
    ? conflict('procedures.above', words)
    : undefined
}

/** Nobody decides about themself, nor reads here what others prepare about them. */
function isJudged({ memberId }: Actor, { judgesId }: Case): boolean {
  return judgesId !== null && judgesId === memberId
}

/** Where the step is decided whose turn it is: at home, or at the other end. */
export function turnPathOf({ side, path, partnerPath }: Case): string {
  return side === 'partner' ? (partnerPath ?? path) : path
}

/** Whose turn it is, in words: the offices that hold the grant. */
export function decidersOf({
  decidedBy,
  isAbove,
  side = 'home',
}: {
  readonly decidedBy: Case['decidedBy']
  readonly isAbove: boolean
  readonly side?: Case['side']
}): string {
  if (decidedBy === 'starter') return '提出的人'
  const held = keysOf(offices)
    .filter((office) => new Set<Grant>(offices[office]).has(decidedBy))
    .map((office) => officeNames[office])
  return `${side === 'partner' ? '对方' : ''}${isAbove ? '上级' : ''}${held.join('、')}`
}

/**
 * Who put it forward, who decides it now, and whoever looks after that part of the tree. What is for few stays with their
 * office: whoever put it forward and has left the office knows no more of it.
 */
export function mayKnow(actor: Actor, found: Case): boolean {
  if (isJudged(actor, found)) return false
  if (found.startedBy === actor.accountId && found.knownTo === 'procedures.view') return true
  const reach = reachOf(actor.appointments, found.knownTo)
  if ([found.path, found.partnerPath].some((path) => path !== null && covers(reach, path)))
    return true
  return refuseRight(actor, found) === undefined
}
