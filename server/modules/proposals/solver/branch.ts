import { generate } from './generate.ts'
import type { Generated, Scene } from './generate.ts'
import type { Decision, Whole } from './master.ts'
import { isProven, writeOut } from './prove.ts'

/** What is decided of the openings, in their order, and what the relaxation says of that. */
type Node = {
  readonly decisions: readonly Decision[]
  /** No mix under these decisions can weigh less. */
  readonly bound: number
  /** The opening that is decided least, or -1 where all are decided. */
  readonly doubt: number
}

export type Best = Whole & { readonly columns: Scene['master']['columns'] }
export type Found = { readonly best: Best; readonly bound: number }

const undecided: Decision = [0, 1]
const tiny = 1e-6

/**
 * Branch and price: whether a class is opened at all is decided one by one, and under each decision better mixes are
 * looked for anew, so that its bound holds for all mixes there are. It goes straight down to a first whole mix, then
 * back to where the best may lie. `best` is what is known already.
 */
export function branch(
  scene: Scene,
  { root, best: known, say }: { root: Generated; best: Best; say: (found: Found) => void },
): Found {
  const { master } = scene
  const none = Array.from({ length: master.openings }, () => undecided)
  const open: Node[] = [{ decisions: none, bound: root.bound, doubt: mostDoubtful(root) }]
  let best = known
  let settledBound = Infinity
  const found = (): Found => {
    const bound = Math.min(settledBound, ...open.map((node) => node.bound))
    return { best, bound: Math.min(bound, best.value) }
  }

  const guessed = guess(scene, root)
  if (guessed.value < best.value) best = { ...guessed, columns: [...master.columns] }
  say(found())

  let next = open.pop()
  while (next && scene.left() > 0.5) {
    if (isProven(best.value, next.bound)) settledBound = Math.min(settledBound, next.bound)
    else if (next.doubt >= 0) open.push(...halves(scene, next))
    else {
      const { whole, bound } = settleHere(scene, next, best.value)
      settledBound = Math.min(settledBound, bound)
      if (whole.value < best.value) best = { ...whole, columns: [...master.columns] }
      open.sort((one, other) => other.bound - one.bound)
    }
    say(found())
    next = open.pop()
  }
  if (next) open.push(next)
  decide(scene, none)
  return found()
}

/** A good mix soon: a class is opened where the relaxation sends at least half of those whom it needs. */
function guess(scene: Scene, { relaxed }: Generated): Whole {
  const { instance, master, left } = scene
  const openings = instance.offers.flatMap(({ opening }, offer) =>
    opening ? [{ ...opening, offer }] : [],
  )
  const opened = new Set<number>()
  for (const { seats, peopleMin, offer } of openings) {
    const people = (relaxed.opened[openings.findIndex((one) => one.offer === offer)] ?? 0) * seats
    const hasRival = instance.rivals.some(
      (some) => some.includes(offer) && some.some((other) => opened.has(other)),
    )
    if (people > 0 && people * 2 >= peopleMin && !hasRival) opened.add(offer)
  }
  const sides = openings.map(({ offer }): Decision => (opened.has(offer) ? [1, 1] : [0, 0]))
  decide(scene, sides)
  const here = generate(scene, left() * 0.7)
  return master.round(here.relaxed, left() * 0.5)
}

/** Both decisions about the most doubtful opening, the better one last. */
function halves(scene: Scene, { decisions, bound, doubt }: Node): Node[] {
  const sides: Decision[] = [
    [0, 0],
    [1, 1],
  ]
  const nodes = sides.map((side) => {
    const decided = decisions.with(doubt, side)
    decide(scene, decided)
    const here = generate(scene, 0.5)
    return { decisions: decided, bound: Math.max(bound, here.bound), doubt: mostDoubtful(here) }
  })
  return nodes.toSorted((one, other) => other.bound - one.bound)
}

function decide({ master }: Scene, decisions: readonly Decision[]): void {
  for (const [opening, decision] of decisions.entries()) master.decide(opening, decision)
}

/** All openings are decided: whole numbers of people, and the proof that nothing is better here. */
function settleHere(scene: Scene, { decisions, bound }: Node, known: number) {
  decide(scene, decisions)
  const here = generate(scene, 0.5)
  const least = Math.max(bound, here.bound)
  const rounded = scene.master.round(here.relaxed, scene.left())
  if (isProven(Math.min(known, rounded.value), least) || !here.isWhole)
    return { whole: rounded, bound: least }
  return writeOut(scene, { ...here, bound: least }, rounded)
}

function mostDoubtful({ relaxed: { opened } }: Generated): number {
  const doubts = opened.map((share) => Math.min(share, 1 - share))
  const most = Math.max(0, ...doubts)
  return most <= tiny ? -1 : doubts.indexOf(most)
}
