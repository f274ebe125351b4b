import type { OrganizationKind, Reason } from '@zhixing/contract'
import { organizationKinds } from '@zhixing/contract/words.ts'

type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

type Node = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly kind: OrganizationKind
}

/** Only branches have members to move; `isBranch` is the tree's word for it. */
export function refuseRestructuring(one: Node, isBranch: boolean): Refusal | undefined {
  const words = { 名称: one.name, 类别: organizationKinds[one.kind] }
  return isBranch ? undefined : { reason: 'restructuring.notBranch', words }
}

/** Why one branch may not go up in another, or nothing if it may. */
export function refuseMerger(one: Node, into: Node): Refusal | undefined {
  if (one.id === into.id) return { reason: 'restructuring.same', words: {} }
  return one.unitId === into.unitId ? undefined : { reason: 'restructuring.otherUnit', words: {} }
}

type Limit = { readonly value: number; readonly clause: string }
type Side = { readonly name: string; readonly full: number }

/** Why a branch may not be divided like this: each side needs full members enough to be a branch. */
export function refuseSplit(sides: readonly Side[], least: Limit): Refusal | undefined {
  const poor = sides.find(({ full }) => full < least.value)
  if (!poor) return undefined
  const words = { 名称: poor.name, 人数: poor.full, 下限: least.value, 依据: least.clause }
  return { reason: 'restructuring.tooFew', words }
}

/** Why an organization may not be dissolved, or nothing if it is empty. */
export function refuseDissolution(
  { name }: { readonly name: string },
  left: { readonly members: number; readonly children: number },
): Refusal | undefined {
  if (left.members === 0 && left.children === 0) return undefined
  const words = { 名称: name, 党员: left.members, 下级: left.children }
  return { reason: 'restructuring.notEmpty', words }
}

type OpenCases = readonly { readonly name: string; readonly count: number }[]

/** Why a branch may not end yet, or nothing if nobody waits for a decision of it. */
export function refuseEnding(
  { name }: { readonly name: string },
  open: OpenCases,
): Refusal | undefined {
  if (open.length === 0) return undefined
  const listed = open.map((one) => `${one.name} ${one.count} 件`).join('、')
  return { reason: 'restructuring.openCases', words: { 名称: name, 事项: listed } }
}
