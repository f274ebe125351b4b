import type { Gathered, Lacking } from './gathered.ts'
import type { Instance, Offer, Option, Pool } from './instance.ts'
import { overlap } from './instance.ts'

/** What an offer of the instance is to people. */
export type Meaning =
  | { readonly kind: 'seat'; readonly at: number }
  | { readonly kind: 'newClass'; readonly at: number }
  | { readonly kind: 'course'; readonly at: number }
  | { readonly kind: 'visit' }

export type Built = { readonly instance: Instance; readonly meanings: readonly Meaning[] }

/** Fewer than this, and a class is not held for them. */
export const newClassPeopleMin = 15

/** From what is known to numbers: the same facts make the same problem, whatever their order was. */
export function buildInstance(gathered: Gathered, budgetFen: number | null): Built {
  const build = begin(gathered)
  const people = gathered.people
    .filter(({ need }) => need > 0)
    .toSorted((one, other) => (one.memberId < other.memberId ? -1 : 1))
    .map((person) => {
      const { memberId: id, need, onlineMax } = person
      return { id, need, onlineMax, options: build.optionsOf(person) }
    })
  const { offers, pools, meanings } = build
  return {
    instance: { people, offers, pools, rivals: rivalsOf(gathered, build), budget: budgetFen },
    meanings,
  }
}

function begin({ seats, newClasses, courses, visit }: Gathered) {
  const offers: Offer[] = []
  const pools: Pool[] = []
  const meanings: Meaning[] = []
  const add = (offer: Offer, meaning: Meaning) => {
    meanings.push(meaning)
    return offers.push(offer) - 1
  }
  const classes = seats.map((one, at) => {
    const offer = { id: one.classId, isOnline: false, price: one.fen, spans: one.spans }
    const places = one.quotas.map(({ path, free }) => ({
      path,
      pool: pools.push({ id: `${one.classId}:${path}`, seats: free }) - 1,
    }))
    return { ...one, places, offer: add(offer, { kind: 'seat', at }) }
  })
  const fresh = newClasses.map((one, at) => {
    const opening = { price: one.fixedFen, peopleMin: newClassPeopleMin, seats: one.seats }
    const offer = { id: `new:${at}`, isOnline: false, price: one.fen, spans: one.spans, opening }
    return { ...one, offer: add(offer, { kind: 'newClass', at }) }
  })
  const online = courses.map((one, at) => ({
    ...one,
    offer: add({ id: one.courseId, isOnline: true, price: 0, spans: [] }, { kind: 'course', at }),
  }))
  const visitPools = new Map<string, number>()
  const visitOffer =
    visit && add({ id: 'visit', isOnline: false, price: 0, spans: [] }, { kind: 'visit' })

  const visitOf = ({ organizationId }: Lacking): Option[] => {
    if (!visit || visitOffer === null) return []
    const known = visitPools.get(organizationId)
    const pool = known ?? pools.push({ id: `visit:${organizationId}`, seats: visit.perBranch }) - 1
    visitPools.set(organizationId, pool)
    return [{ offer: visitOffer, minutes: visit.minutes, pools: [pool] }]
  }
  const optionsOf = (person: Lacking): Option[] => {
    const { memberId, path, isExcused } = person
    if (isExcused) return visitOf(person)
    return [
      ...classes.flatMap(({ offer, minutes, places, taken }): Option[] => {
        const place = nearest(places, path)
        return place && !taken.has(memberId) ? [{ offer, minutes, pools: [place.pool] }] : []
      }),
      ...fresh.map(({ offer, minutes }) => ({ offer, minutes, pools: [] })),
      ...online.flatMap(({ offer, minutes, isForAll, path: owner, done }): Option[] =>
        (isForAll || path.startsWith(owner)) && !done.has(memberId)
          ? [{ offer, minutes, pools: [] }]
          : [],
      ),
    ]
  }
  return { offers, pools, meanings, optionsOf, fresh }
}

/** The quota of the nearest organization above somebody. */
function nearest<P extends { readonly path: string }>(
  places: readonly P[],
  path: string,
): P | undefined {
  return places
    .filter((place) => path.startsWith(place.path))
    .toSorted((one, other) => other.path.length - one.path.length)[0]
}

/** Two classes that need the same lecturer or the same room at one time. */
function rivalsOf({ newClasses }: Gathered, { fresh }: ReturnType<typeof begin>) {
  return newClasses.flatMap((one, at) =>
    newClasses.slice(at + 1).flatMap((other, further) => {
      const shares = one.lecturerId === other.lecturerId || one.roomId === other.roomId
      const [first, second] = [fresh[at]?.offer, fresh[at + 1 + further]?.offer]
      if (
        !shares ||
        !overlap(one.spans, other.spans) ||
        first === undefined ||
        second === undefined
      )
        return []
      return [[first, second]]
    }),
  )
}
