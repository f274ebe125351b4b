/** Times of the day in Shanghai, which keeps no summer time: whole minutes since the epoch and since midnight. */
const shift = 8 * 60
const dayMinutes = 1440

export type Span = { readonly from: Date; readonly until: Date }
export type Opening = { readonly weekday: number; readonly from: number; readonly until: number }

/** Where nothing is said: every day from eight till ten in the evening. */
const always: readonly Opening[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  from: 8 * 60,
  until: 22 * 60,
}))

export function overlaps(one: Span, other: Span): boolean {
  return one.from < other.until && other.from < one.until
}

/** When it is open on the days that a span touches. */
export function openSpans(opening: readonly Opening[], { from, until }: Span): Span[] {
  const hours = opening.length > 0 ? opening : always
  const first = Math.floor((from.getTime() / 60_000 + shift) / dayMinutes)
  const last = Math.floor((until.getTime() / 60_000 + shift - 1 / 60_000) / dayMinutes)
  const spans: Span[] = []
  for (let day = first; day <= last; day += 1) {
    const weekday = weekdayOf(day)
    for (const one of hours)
      if (one.weekday === weekday)
        spans.push({ from: momentAt(day, one.from), until: momentAt(day, one.until) })
  }
  return merged(spans)
}

/** Whether it is open from the first minute of a span until the last. */
export function isOpen(opening: readonly Opening[], span: Span): boolean {
  return openSpans(opening, span).some((one) => one.from <= span.from && one.until >= span.until)
}

/** The parts of some spans that none of the others takes. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>((left, one) => left.flatMap((span) => cut(span, one)), [...spans])
}

/** The most that any moment of a span holds, of bookings that each hold so many. */
export function peakOf(held: readonly (Span & { readonly quantity: number })[], span: Span) {
  const within = held.filter((one) => overlaps(one, span))
  const moments = [span.from, ...within.map(({ from }) => from)].filter(
    (moment) => moment >= span.from && moment < span.until,
  )
  return Math.max(
    0,
    ...moments.map((moment) =>
      within
        .filter((one) => one.from <= moment && moment < one.until)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    ),
  )
}

export function minutesOf(spans: readonly Span[]): number {
  return spans.reduce(
    (sum, { from, until }) => sum + (until.getTime() - from.getTime()) / 60_000,
    0,
  )
}

/** The part of a span that lies in another, or nothing. */
export function clip(one: Span, other: Span): Span[] {
  const from = one.from > other.from ? one.from : other.from
  const until = one.until < other.until ? one.until : other.until
  return from < until ? [{ from, until }] : []
}

function cut(span: Span, taken: Span): Span[] {
  if (!overlaps(span, taken)) return [span]
  const before = { from: span.from, until: taken.from }
  const after = { from: taken.until, until: span.until }
  return [before, after].filter(({ from, until }) => from < until)
}

/** Hours that touch are one stretch: two halves of a day, or a day that ends at midnight. */
function merged(spans: readonly Span[]): Span[] {
  const inOrder = spans.toSorted((one, other) => one.from.getTime() - other.from.getTime())
  const done: Span[] = []
  for (const span of inOrder) {
    const last = done.at(-1)
    if (!last || last.until < span.from) done.push(span)
    else {
      const until = last.until > span.until ? last.until : span.until
      done[done.length - 1] = { from: last.from, until }
    }
  }
  return done
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((day + 3) % 7) + 1
}

function momentAt(day: number, minute: number): Date {
  return new Date((day * dayMinutes + minute - shift) * 60_000)
}
