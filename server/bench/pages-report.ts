import { atMost, never, percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'
import type { Sample } from './pages.ts'

/** What draws papers, solves or counts a whole year; everything else is a list or a page. */
const drawn =
  /^(paper:|reports\.|requirements\.(propose|proposal)|schedules\.propose|studyGroups\.proposeObservers)/
const goals = { page: 100, drawn: 2_000, growth: 2 }
/**
 * No row, forbidden, not found, not at such a place: in a county there is one of everything, whoever else stands alone
 * need not have it.
 */
const notThere = new Set([0, 403, 404, 409])
/** Below that a machine that does other things as well says nothing about growth. */
const floorMs = 10

type Line = {
  readonly name: string
  readonly small: Sample | undefined
  readonly large: Sample
  readonly p95: number
  readonly growth: number
}

/** Prints every question that misses its goal, worst first, and every one that could not be asked. */
export function reportOn(small: readonly Sample[], large: readonly Sample[]): Measured[] {
  const inCounty = new Map(small.map((one) => [`${one.name} ${one.standpoint}`, one]))
  const lines = large.flatMap((one) => (one.times.length > 0 ? [lineOf(one, inCounty)] : []))
  const worstFirst = lines.toSorted((one, other) => other.p95 - one.p95)
  const missed = worstFirst.filter((line) => isSlow(line) || line.growth > goals.growth)
  say('province p50 | p95 | statements | kB | county p50 | growth | question, standpoint')
  for (const line of missed) say(rowOf(line))

  for (const one of large.toSorted((a, b) => (b.takenMs ?? 0) - (a.takenMs ?? 0)))
    if (one.takenMs !== undefined)
      say(`first look: ${(one.takenMs / 1_000).toFixed(1)} s ${one.name}, ${one.standpoint}`)

  const asked = new Set(lines.map(({ name }) => name))
  const unasked = new Map(
    large.filter(({ name }) => !asked.has(name)).map((one) => [one.name, one]),
  )
  const isAlone = new Set(large.map(({ standpoint }) => standpoint)).size === 1
  for (const { name, standpoint, status, why } of unasked.values()) {
    const isNothing = isAlone && standpoint !== 'organizer' && notThere.has(status)
    if (isNothing) unasked.delete(name)
    say(`${isNothing ? 'nothing there' : 'not asked'}: ${name} (${status}) ${why ?? ''}`)
  }
  for (const one of lines.filter(({ large: { statements } }) => statements > 25))
    say(`many statements: ${one.large.statements} ${one.name}, ${one.large.standpoint}`)

  const pages = worstFirst.filter(({ name }) => !drawn.test(name))
  const papers = worstFirst.filter(({ name }) => drawn.test(name))
  const grown = Math.max(...lines.map(({ growth }) => growth))
  return [
    within({
      name: `slowest list or page (${pages[0]?.name}; ${countOf(pages)}), p95`,
      unit: 'ms',
      ours: pages[0]?.p95 ?? 0,
      limit: goals.page,
    }),
    within({
      name: `slowest paper (${papers[0]?.name}; ${countOf(papers)}), p95`,
      unit: 'ms',
      ours: papers[0]?.p95 ?? 0,
      limit: goals.drawn,
    }),
    atMost(goals.growth, {
      name: 'largest growth from a county to a province',
      unit: '×',
      ours: grown,
      limit: 1,
    }),
    never({ name: 'questions that could not be asked', unit: '', ours: unasked.size }),
  ]
}

/** The province as a whole is compared with the county as a whole. */
function lineOf(large: Sample, inCounty: ReadonlyMap<string, Sample>): Line {
  const at = large.standpoint === 'province' ? 'organizer' : large.standpoint
  const small = inCounty.get(`${large.name} ${at}`)
  return {
    name: large.name,
    small,
    large,
    p95: percentile(large.times, 0.95),
    growth: least(large) / least(small),
  }
}

function countOf(some: readonly Line[]): string {
  return `${some.filter((one) => !isSlow(one)).length} of ${some.length} hold`
}

function least(one: Sample | undefined): number {
  return Math.max(floorMs, Math.min(...(one?.times ?? [floorMs])))
}

function isSlow({ name, p95 }: Line): boolean {
  return p95 > (drawn.test(name) ? goals.drawn : goals.page)
}

function rowOf({ name, small, large, p95, growth }: Line): string {
  const median = percentile(large.times, 0.5)
  const before = small && small.times.length > 0 ? percentile(small.times, 0.5).toFixed(0) : '-'
  const cells = [
    median.toFixed(0),
    p95.toFixed(0),
    large.statements,
    Math.round(large.bytes / 1024),
    before,
    growth.toFixed(1),
  ]
  return `${cells.map((cell) => String(cell).padStart(6)).join(' |')} | ${name}, ${large.standpoint}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
