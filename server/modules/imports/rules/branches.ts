/** An organization as far as finding it by name goes. */
export type BranchEntry = {
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly isBranch: boolean
  /** The names of all above it, from the nearest up. */
  readonly above: readonly string[]
}

export type Found =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'notBranch' }
  | { readonly kind: 'unknown' }

/** Finds branches by whatever spelling; the same spelling is looked up once. */
export type BranchFinder = {
  readonly find: (spelling: string, hints?: { code?: string; parent?: string }) => Found
  readonly suggest: (spelling: string, count: number) => readonly BranchEntry[]
}

/**
 * What is left of a name when ceremony is taken away: 中共禾岭县稻香镇稻香村支部委员会, 稻香村党支部 and
 * 稻香村支部 all speak of 稻香村支部.
 */
export function coreOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’《》·.\-—_]/g, '')
    .replace(/^(中国共产党|中共)/, '')
    .replace(/(党)?总支部?(委员会)?$/, '总支')
    .replace(/(党)?支部(委员会)?$/, '支部')
    .replace(/(党)?(工作)?委员会$/, '委')
    .replace(/党委$/, '委')
}

/** The place in a committee's name: 中共稻香镇委员会 stands over 稻香镇. */
function placeOf(name: string): string {
  return coreOf(name).replace(/(工委|总支|支部|机关工委|委)$/, '')
}

export function finderOf(entries: readonly BranchEntry[]): BranchFinder {
  const byCore = Map.groupBy(entries, ({ name }) => coreOf(name))
  const byCode = new Map(entries.flatMap((entry) => (entry.code ? [[entry.code, entry]] : [])))
  const places = [...new Set(entries.flatMap(({ above }) => above.map(placeOf)))]
    .filter((place) => place.length > 1)
    .toSorted((a, b) => b.length - a.length)
  const remembered = new Map<string, Found>()

  function find(spelling: string, { code = '', parent = '' } = {}): Found {
    const key = `${spelling}\n${code}\n${parent}`
    const known = remembered.get(key)
    if (known) return known
    const found = lookUp(spelling, code, parent)
    remembered.set(key, found)
    return found
  }

  function lookUp(spelling: string, code: string, parent: string): Found {
    const coded = byCode.get(code)
    if (coded) return coded.isBranch ? { kind: 'found', id: coded.id } : { kind: 'notBranch' }

    const core = coreOf(spelling)
    const named = byCore.get(core) ?? byCore.get(withoutPlaces(core)) ?? []
    const branches = named.filter(({ isBranch }) => isBranch)
    if (branches.length === 0) return { kind: named.length > 0 ? 'notBranch' : 'unknown' }

    const rest =
      branches.length === 1 ? branches : branches.filter((one) => fits(one, spelling, parent))
    return rest.length === 1 && rest[0] ? { kind: 'found', id: rest[0].id } : { kind: 'many' }
  }

  /** Takes the names of the places above off the front, as long as something remains. */
  function withoutPlaces(core: string): string {
    const place = places.find((one) => core.startsWith(one) && core.length > one.length + 2)
    return place === undefined ? core : withoutPlaces(core.slice(place.length))
  }

  return {
    find,
    suggest: (spelling, count) => nearest(withoutPlaces(coreOf(spelling)), entries, count),
  }
}

/** Of several with one name, the one whose superior is named beside it or in front of it. */
function fits({ above }: BranchEntry, spelling: string, parent: string): boolean {
  const said = coreOf(parent)
  const core = coreOf(spelling)
  return above.some(
    (name) =>
      (said !== '' && coreOf(name) === said) ||
      (placeOf(name).length > 1 && core.startsWith(placeOf(name))),
  )
}

/** The branches that share most pairs of signs with the name, best first. */
function nearest(core: string, entries: readonly BranchEntry[], count: number): BranchEntry[] {
  return entries
    .filter(({ isBranch }) => isBranch)
    .map((entry) => ({ entry, score: resemblance(core, coreOf(entry.name)) }))
    .filter(({ score }) => score >= 0.5)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ entry }) => entry)
}

/** How alike two names are, from 0 to 1: by what they share, or by how few signs were mistaken for others. */
function resemblance(one: string, other: string): number {
  const [bare, otherBare] = [one, other].map((core) => Array.from(core.replace(/支部$/, '')))
  if (!bare || !otherBare) return 0
  return Math.max(
    shareOf(pairsOf(bare), pairsOf(otherBare)),
    bare.length === otherBare.length ? sameSigns(bare, otherBare) : 0,
  )
}

function sameSigns(one: readonly string[], other: readonly string[]): number {
  return one.filter((sign, at) => sign === other[at]).length / (one.length || 1)
}

function pairsOf(signs: readonly string[]): ReadonlySet<string> {
  const pairs = signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
  return new Set([...signs, ...pairs])
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return (2 * shared) / (one.size + other.size || 1)
}
