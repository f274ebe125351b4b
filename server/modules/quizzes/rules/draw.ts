/** A question as it stands in the bank. */
export type Banked = {
  readonly id: string
  readonly kind: 'single' | 'multiple' | 'judge'
  readonly text: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly keys: readonly string[]
  readonly explanation: string
  readonly category: string
  readonly isEssential: boolean
}

/** The same on somebody's paper: options in their own order and under names of their own. */
export type Asked = Omit<Banked, 'isEssential' | 'category'>

export type Draw = {
  readonly category: string | null
  readonly isEssential: boolean
  readonly count: number
}

export function fits({ category, isEssential }: Draw, question: Banked): boolean {
  return (
    (category === null || question.category === category) && (!isEssential || question.isEssential)
  )
}

/** Which draw asks for more than there is. */
export function shortOf(questions: readonly Banked[], draws: readonly Draw[]) {
  for (const draw of draws) {
    const there = questions.filter((one) => fits(draw, one)).length
    if (there < draw.count) return { draw, there }
  }
  return undefined
}

/**
 * A paper by its seed: the same seed, the same paper. What somebody was asked before is drawn last, so that the second
 * time asks for what they know and not for what they remember having answered.
 */
export function drawPaper(
  questions: readonly Banked[],
  draws: readonly Draw[],
  { seed, seen = new Set() }: { seed: string; seen?: ReadonlySet<string> },
): readonly Asked[] {
  const dice = diceOf(seed)
  const taken = new Set<string>()
  const drawn = draws.flatMap((draw) => {
    const fitting = questions.filter((one) => fits(draw, one) && !taken.has(one.id))
    const mixed = shuffled(fitting, dice)
    const chosen = [
      ...mixed.filter(({ id }) => !seen.has(id)),
      ...mixed.filter(({ id }) => seen.has(id)),
    ]
    const these = chosen.slice(0, draw.count)
    for (const { id } of these) taken.add(id)
    return these
  })
  return shuffled(drawn, dice).map((question) => asked(question, dice))
}

function asked({ id, kind, text, options, keys, explanation }: Banked, dice: () => number): Asked {
  // Right stands before wrong everywhere.
  const mixed = kind === 'judge' ? options : shuffled(options, dice)
  const renamed = mixed.map((option, at) => ({
    old: option.id,
    id: String(at + 1),
    text: option.text,
  }))
  return {
    id,
    kind,
    text,
    options: renamed.map((option) => ({ id: option.id, text: option.text })),
    keys: renamed.filter(({ old }) => keys.includes(old)).map((option) => option.id),
    explanation,
  }
}

function shuffled<T>(items: readonly T[], dice: () => number): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(dice() * (at + 1))
    const [one, two] = [mixed[at], mixed[other]]
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one]
  }
  return mixed
}

/** Numbers from 0 to 1 that follow from the seed alone: a hash to begin with, mulberry's mixing after it. */
function diceOf(seed: string): () => number {
  let state = 2_166_136_261
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
