import type { OrganizationKind } from '@zhixing/contract'
import { changeWords, organizationKinds } from '@zhixing/contract/words.ts'

/** What an organization was on a day, as its history keeps it. */
export type Snapshot = {
  readonly name: string
  readonly kind: OrganizationKind
  readonly parentId: string | null
  readonly parentName: string | null
  readonly sector: string
  readonly code: string | null
}

export type Told = {
  readonly what: keyof typeof changeWords
  readonly before: Snapshot | null
  readonly after: Snapshot | null
  /** The other organization in a merger or a split. */
  readonly other?: string | null
}

/** One event of the history in a sentence. */
export function sentenceOf({ what, before, after, other }: Told): string {
  const word = changeWords[what]
  if (what === 'renamed') return `由“${before?.name}”更名为“${after?.name}”`
  if (what === 'moved')
    return `由“${before?.parentName ?? '原上级'}”划归“${after?.parentName ?? '现上级'}”`
  if (what === 'mergedInto') return `并入“${other}”`
  if (what === 'merged') return `接收“${other}”的党员`
  if (what === 'split') return `分设出“${other}”`
  if (what === 'splitFrom') return `从“${other}”分设成立`
  if (what === 'changed') return `${word}：${differences(before, after)}`
  return after ? `${word}${organizationKinds[after.kind]}“${after.name}”` : word
}

function differences(before: Snapshot | null, after: Snapshot | null): string {
  if (!before || !after) return '基本信息'
  const parts = [
    before.kind === after.kind
      ? ''
      : `类别由${organizationKinds[before.kind]}改为${organizationKinds[after.kind]}`,
    before.code === after.code ? '' : `组织代码改为${after.code ?? '空'}`,
    before.sector === after.sector ? '' : '领域',
  ].filter(Boolean)
  return parts.join('，') || '基本信息'
}

/** What the history keeps of an organization. */
export function snapshotOf(one: Omit<Snapshot, 'parentName'>, parentName: string | null): Snapshot {
  const { name, kind, parentId, sector, code } = one
  return { name, kind, parentId, parentName, sector, code }
}

/** One change that came later: what the organization was before it; nothing if it began there. */
export type Past = { readonly what: Told['what']; readonly before: Snapshot | null }

type Now = Omit<Snapshot, 'parentName'> & {
  readonly foundedOn: string | null
  readonly dissolvedOn: string | null
}

/** What an organization was, given all that happened to it since, the first thing first; nothing if it was not yet. */
export function wasOn(now: Now, since: readonly Past[]): Omit<Snapshot, 'parentName'> | undefined {
  const first = since.find(({ what }) => !isOfOthers.has(what))
  if (!first) return now
  return first.before ?? undefined
}

/** In these, something happened to the members or the committee; the organization stayed what it was. */
const isOfOthers: ReadonlySet<Told['what']> = new Set(['merged', 'split', 'elected', 'extended'])

export function existedOn({ foundedOn, dissolvedOn }: Now, day: string): boolean {
  return !(foundedOn && foundedOn > day) && !(dissolvedOn && dissolvedOn <= day)
}
