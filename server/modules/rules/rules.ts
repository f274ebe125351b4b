import type { Reason, RuleUnit, RuleValue } from '@zhixing/contract'
import { sayRule } from '@zhixing/contract/rule-words.ts'
import type { Day } from '../../kernel/calendar.ts'

/** What a value may look like, and what it is in the program. `optional` is a number, or null where nothing is asked. */
export type Shapes = {
  readonly number: number
  readonly optional: number | null
  readonly share: readonly [number, number]
  readonly steps: readonly Step[]
  readonly words: readonly string[]
}
export type Shape = keyof Shapes

/** Up to and including `upTo`; the last step has no end. */
export type Step = { readonly upTo: number | null; readonly value: number }

/** Read in the text, known from the regulation, or not verified; the last is always somebody's to correct. */
export type Mark = 'found' | 'known' | 'unsure'

export type Seed<S extends Shape = Shape> = {
  readonly value: Shapes[S]
  readonly from: Day
  readonly clause: string
  readonly mark: Mark
}

/** One parameter: its meaning, and its national values in the order in which they came into force. */
export type Declared<S extends Shape = Shape> = {
  readonly key: string
  readonly name: string
  readonly unit: RuleUnit
  readonly shape: S
  /** In which direction a lower organization may go; with `none` the nearest organization simply chooses. */
  readonly tighter: 'higher' | 'lower' | 'none'
  /** What each word of a list must be. */
  readonly pattern?: keyof typeof patterns
  readonly seeds: readonly [Seed<S>, ...Seed<S>[]]
}

/** A kept value. `ownerPath` is of the organization that set it, nothing for the national one. */
export type Kept = {
  readonly id: string
  readonly key: string
  readonly value: unknown
  readonly clause: string
  readonly from: Day
  readonly until: Day | null
  readonly withdrawnOn: Day | null
  readonly ownerPath: string | null
  readonly ownerName: string | null
  readonly at: Date
}

/** A value holds from its first day until the day before `until`, or before the day of its withdrawal. */
export function isInForce(value: Pick<Kept, 'from' | 'until' | 'withdrawnOn'>, day: Day): boolean {
  const { from, until, withdrawnOn } = value
  return from <= day && (!until || day < until) && (!withdrawnOn || day < withdrawnOn)
}

/**
 * Which of a key's values holds on a day for somebody at a path. Going down from the nation, each organization's value
 * is taken if it is no looser than what holds above: so a stale local value never undercuts a rule that was raised.
 */
export function valueInForce(
  declared: Declared,
  kept: readonly Kept[],
  { path, day }: { readonly path: string; readonly day: Day },
): Kept | undefined {
  const reaching = kept.filter(
    ({ key, ownerPath }) =>
      key === declared.key && (ownerPath === null || path.startsWith(ownerPath)),
  )
  const holding = reaching.filter((value) => isInForce(value, day))
  const national =
    holding.filter(({ ownerPath }) => ownerPath === null).toSorted(laterFirst)[0] ??
    firstOf(reaching)
  const owners = Map.groupBy(
    holding.filter((value) => value.ownerPath !== null),
    ({ ownerPath }) => ownerPath ?? '',
  )
  const downwards = [...owners.keys()].toSorted((one, other) => one.length - other.length)

  return downwards.reduce((above, owner) => {
    const [local] = (owners.get(owner) ?? []).toSorted(laterFirst)
    return local && !(above && isLooser(declared, local.value, above.value)) ? local : above
  }, national)
}

export type State = 'past' | 'current' | 'base' | 'future' | 'overruled' | 'withdrawn'

/** What has become of one of the values that reach a place, as its history shows it. */
export function stateOf(
  declared: Declared,
  kept: readonly Kept[],
  value: Kept,
  point: { readonly path: string; readonly day: Day },
): State {
  if (value.withdrawnOn) return 'withdrawn'
  if (value.from > point.day) return 'future'
  const current = valueInForce(declared, kept, point)
  if (current?.id === value.id) return 'current'
  const holding = kept.filter(
    (one) => one.ownerPath === value.ownerPath && isInForce(one, point.day),
  )
  if (holding.toSorted(laterFirst)[0]?.id !== value.id) return 'past'
  // Above the one that is applied it still holds, as what nobody below may undercut.
  const isAbove = depthOf(value.ownerPath) < depthOf(current?.ownerPath ?? null)
  return isAbove ? 'base' : 'overruled'
}

/** Whether a value asks less than another, or allows more. */
export function isLooser({ tighter }: Declared, value: unknown, than: unknown): boolean {
  if (tighter === 'none') return false
  const [one, other] = [weightOf(value, tighter), weightOf(than, tighter)]
  return tighter === 'higher' ? one < other : one > other
}

/** What somebody wants to set, on which day they say so, and what holds above them from that day on. */
export type Setting = {
  readonly value: RuleValue
  readonly from: Day
  readonly until?: Day | undefined
  readonly today: Day
  /** Nothing for a national value, which may go either way and may mend the past. */
  readonly above: Kept | undefined
}

type Refusal = { readonly reason: Reason; readonly words: Readonly<Record<string, string>> }

/** Why it may not be set, or nothing if it may. */
export function refuseSetting(declared: Declared, setting: Setting): Refusal | undefined {
  const { value, from, until, today, above } = setting
  const name = { 名称: declared.name }
  if (!isShaped(declared, value))
    return { reason: 'rules.shape', words: { ...name, 要求: shapeWords[declared.shape] } }
  const { pattern } = declared
  const words = pattern && Array.isArray(value) ? value : []
  if (pattern && !words.every((word) => typeof word === 'string' && patterns[pattern].test(word)))
    return { reason: 'rules.shape', words: { ...name, 要求: patternWords[pattern] } }
  if (until && until <= from) return { reason: 'rules.span', words: {} }
  if (!above) return undefined
  if (from < today) return { reason: 'rules.past', words: { 日期: from } }
  if (!isLooser(declared, value, above.value)) return undefined
  return {
    reason: 'rules.looser',
    words: {
      ...name,
      上级值: said(declared, above.value),
      上级: above.ownerName ?? '全国',
      依据: above.clause,
      填写值: said(declared, value),
    },
  }
}

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`
const patterns = {
  addresses: new RegExp(
    String.raw`^(?:${octet}(?:\.${octet}){3}(?:/(?:3[0-2]|[12]?\d))?|[\da-fA-F:]{2,39}(?:/(?:12[0-8]|1[01]\d|\d{1,2}))?)$`,
  ),
}
const patternWords = { addresses: '一个或多个网络地址或网段，如 10.1.0.0/16' }

const shapeWords: Record<Shape, string> = {
  number: '一个不小于零的整数',
  optional: '一个不小于零的整数，或者空',
  share: '一个不大于1的分数',
  steps: '逐档升高的档次表，最后一档不封顶',
  words: '至少一项文字',
}

/** The value as people say it; whatever was kept was judged by its shape before. */
export function said(declared: Declared, value: unknown): string {
  return isShaped(declared, value) ? sayRule(value, declared.unit) : '无法辨认的值'
}

export function isShaped({ shape }: Pick<Declared, 'shape'>, value: unknown): value is RuleValue {
  return fits[shape](value)
}

const fits: Record<Shape, (value: unknown) => boolean> = {
  number: (value) => typeof value === 'number',
  optional: (value) => value === null || typeof value === 'number',
  share: (value) => isPair(value) && value[1] > 0 && value[0] <= value[1],
  steps: (value) => isList(value) && value.every(isStep) && value.every(rises),
  words: (value) => isList(value) && value.every((word) => typeof word === 'string'),
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0
}

function isPair(value: unknown): value is [number, number] {
  return isList(value) && value.length === 2 && value.every((part) => typeof part === 'number')
}

function isStep(value: unknown): value is Step {
  return typeof value === 'object' && value !== null && 'upTo' in value && 'value' in value
}

/** Each step ends later than the one before; the last one, and only it, has no end. */
function rises({ upTo }: Step, at: number, all: readonly Step[]): boolean {
  const before = all[at - 1]?.upTo ?? -1
  return at === all.length - 1 ? upTo === null : upTo !== null && upTo > before
}

/** What a value weighs when compared; where nothing is asked, it is the loosest of all. */
function weightOf(value: unknown, tighter: 'higher' | 'lower'): number {
  if (Array.isArray(value)) return Number(value[0]) / Number(value[1])
  if (value === null) return tighter === 'higher' ? -Infinity : Infinity
  return Number(value)
}

function laterFirst(one: Kept, other: Kept): number {
  return (
    other.from.localeCompare(one.from) ||
    other.at.getTime() - one.at.getTime() ||
    other.id.localeCompare(one.id)
  )
}

function depthOf(path: string | null): number {
  return path?.split('/').filter(Boolean).length ?? 0
}

/** For days before anything is known: the earliest national value, which says itself since when it holds. */
function firstOf(kept: readonly Kept[]): Kept | undefined {
  return kept
    .filter(({ ownerPath }) => ownerPath === null)
    .toSorted((one, other) => one.from.localeCompare(other.from))[0]
}
