export type Person = {
  readonly memberId: string
  readonly name: string
  readonly organizationName: string
  readonly idIndex: string | null
}

type Line = {
  readonly payer: string
  readonly remark: string
  readonly idIndexes: readonly string[] | null
}

export type Matched =
  | { readonly person: Person; readonly why: string }
  | { readonly person: undefined; readonly why: string }

const nameMax = 20

/** Eighteen characters that look like a citizen's number, wherever they stand. */
export function idNumberIn(text: string): string | undefined {
  return /(?<!\d)\d{17}[\dXx](?!\d)/.exec(text)?.[0].toUpperCase()
}

/**
 * For whom a line was paid: the citizen's number in it; else a name that the remark says, with the branch where there
 * are namesakes; else whoever paid. Relatives pay for members, so the remark comes before the payer.
 */
export function matcherOf(people: readonly Person[]): (line: Line) => Matched {
  const byName = Map.groupBy(people, ({ name }) => name)
  const byId = new Map(people.flatMap((one) => (one.idIndex ? [[one.idIndex, one] as const] : [])))
  const longest = Math.min(nameMax, Math.max(0, ...people.map(({ name }) => name.length)))

  return ({ payer, remark, idIndexes }) => {
    if (idIndexes !== null) {
      const person = idIndexes.map((index) => byId.get(index)).find((one) => one !== undefined)
      return person ? { person, why: '按公民身份号码' } : refused('公民身份号码不在名册上')
    }
    const named = namesIn(remark, byName, longest)
    if (named.length > 1) return refused(`附言里有 ${named.join('、')} 几个人，请分开登记`)
    const name = named[0] ?? payer
    const candidates = byName.get(name) ?? []
    if (candidates.length === 0) return refused('付款人和附言里都没有名册上的姓名')
    return among(candidates, { remark, how: named[0] ? '附言写明姓名' : '按付款人姓名' })
  }
}

function among(
  candidates: readonly Person[],
  { remark, how }: { readonly remark: string; readonly how: string },
): Matched {
  const [only, ...others] = candidates
  if (only && others.length === 0) return { person: only, why: how }
  const [here, ...more] = candidates.filter((one) => remark.includes(one.organizationName))
  if (here && more.length === 0) return { person: here, why: '按姓名和支部' }
  return refused(
    `名册上有 ${String(candidates.length)} 名${only?.name ?? ''}，附言没有写清支部或公民身份号码`,
  )
}

/** The names of the roll that a text says; 张三 is not said by 张三丰. */
function namesIn(
  text: string,
  byName: ReadonlyMap<string, readonly Person[]>,
  longest: number,
): string[] {
  const found = new Set<string>()
  for (let at = 0; at < text.length; at++)
    for (let size = Math.min(longest, text.length - at); size >= 2; size--) {
      const name = text.slice(at, at + size)
      if (byName.has(name)) found.add(name)
    }
  const all = [...found]
  return all.filter((name) => !all.some((other) => other !== name && other.includes(name)))
}

function refused(why: string): Matched {
  return { person: undefined, why }
}
