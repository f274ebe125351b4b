import type { Built } from './build.ts'
import type { Gathered, Lacking } from './gathered.ts'
import type { Mix } from './pricing.ts'
import type { Group } from './groups.ts'
import { hoursText } from '../../../kernel/words.ts'

/** What the solver said. */
export type Chosen = {
  readonly groups: readonly Group[]
  readonly chosen: readonly { readonly group: number; readonly mix: Mix; readonly people: number }[]
  readonly value: number
  readonly bound: number
  readonly isCut: boolean
  readonly seatPrices: readonly number[]
}

export type Outcome = {
  readonly people: readonly (Lacking & {
    readonly open: number
    readonly reason: string
    readonly picks: readonly {
      readonly offer: number
      readonly minutes: number
      readonly fen: number
    }[]
  })[]
  readonly offers: readonly {
    readonly offer: number
    readonly people: number
    readonly fen: number
    readonly reason: string
  }[]
}

/** Who is to do what, and why, in words. */
export function outcomeOf(
  gathered: Gathered,
  { instance, meanings }: Built,
  solved: Chosen,
): Outcome {
  const mixes = mixesOf(solved)
  const byId = new Map(gathered.people.map((person) => [person.memberId, person]))
  const people = instance.people.flatMap(({ id, options }) => {
    const person = byId.get(id)
    if (!person) return []
    const picks = (mixes.get(id)?.offers ?? []).map((offer) => ({
      offer,
      minutes: options.find((option) => option.offer === offer)?.minutes ?? 0,
      fen: instance.offers[offer]?.price ?? 0,
    }))
    const sumOf = (isOnline: boolean) =>
      picks
        .filter(({ offer }) => instance.offers[offer]?.isOnline === isOnline)
        .reduce((sum, { minutes }) => sum + minutes, 0)
    const covered = sumOf(false) + Math.min(sumOf(true), person.onlineMax)
    const open = Math.max(0, person.need - covered)
    const reason = open > 0 ? whyOpen(person, options) : whyClosed(person, meanings, picks)
    return [{ ...person, open, picks, reason }]
  })
  return { people, offers: offersOf({ instance, meanings }, solved, people) }
}

/** Within a group it makes no difference who takes which mix: in the order of their ids. */
function mixesOf({ groups, chosen }: Chosen): ReadonlyMap<string, Mix> {
  const byGroup = Map.groupBy(chosen, ({ group }) => group)
  return new Map(
    groups.flatMap(({ people }, at) => {
      const mixes = (byGroup.get(at) ?? []).flatMap(({ mix, people: count }) =>
        Array.from({ length: count }, () => mix),
      )
      return people.flatMap((id, place) => {
        const mix = mixes[place]
        return mix ? [[id, mix] as const] : []
      })
    }),
  )
}

type Options = Built['instance']['people'][number]['options']

function whyOpen({ need, isExcused }: Lacking, options: Options): string {
  if (isExcused) return '按第二十三条不作硬性要求，能上门的次数用完了'
  if (options.length === 0) return '没有给本人名额的班次，也没有可学的课程'
  const most = options.reduce((sum, { minutes }) => sum + minutes, 0)
  if (most < need) return `能选的全部加起来 ${hoursText(most)} 学时，也不够`
  return '名额、时间或经费不够：要么满员，要么时间冲突，要么网络学时已到上限'
}

function whyClosed(
  { need, isExcused }: Lacking,
  meanings: Built['meanings'],
  picks: readonly { readonly offer: number; readonly fen: number }[],
): string {
  if (isExcused) return `上门送学，自愿参加，补齐 ${hoursText(need)} 学时`
  const kinds = new Set(picks.map(({ offer }) => meanings[offer]?.kind))
  const fen = picks.reduce((sum, one) => sum + one.fen, 0)
  if (fen === 0) return `不花钱就能补齐 ${hoursText(need)} 学时`
  const online = kinds.has('course') ? '网络课程先用足，' : ''
  return `${online}补齐 ${hoursText(need)} 学时的最省办法，${yuan(fen)} 元`
}

function offersOf(
  { instance, meanings }: Pick<Built, 'instance' | 'meanings'>,
  { seatPrices }: Chosen,
  people: Outcome['people'],
): Outcome['offers'] {
  const takers = Map.groupBy(
    people.flatMap((person) => person.picks.map((pick) => ({ ...pick, person }))),
    ({ offer }) => offer,
  )
  const optionsOf = new Map(instance.people.map(({ id, options }) => [id, options]))
  return [...takers].map(([offer, some]) => {
    const { price = 0, opening } = instance.offers[offer] ?? {}
    const fen = price * some.length + (opening?.price ?? 0)
    const pools = new Set(
      some.flatMap(({ person }) => {
        const options = optionsOf.get(person.memberId) ?? []
        return options.find((option) => option.offer === offer)?.pools ?? []
      }),
    )
    const dearest = Math.max(0, ...[...pools].map((pool) => seatPrices[pool] ?? 0))
    const minutes = some[0]?.minutes ?? 0
    const facts = { people: some.length, price, minutes, dearest, fixed: opening?.price ?? 0 }
    return { offer, people: some.length, fen, reason: whyOffer(meanings[offer]?.kind, facts) }
  })
}

type Facts = {
  readonly people: number
  readonly price: number
  readonly minutes: number
  readonly dearest: number
  readonly fixed: number
}

function whyOffer(
  kind: Built['meanings'][number]['kind'] | undefined,
  { people, price, minutes, dearest, fixed }: Facts,
): string {
  if (kind === 'course') return '不花钱，随时可学；网络学时还能计入的人先用它'
  if (kind === 'visit') return '减免期内只宜上门，自愿参加，计入学时'
  const each = minutes > 0 ? Math.round((price * 60) / minutes / 100) : 0
  if (kind === 'newClass')
    return `${people} 人在现有班次里补不齐；师资、场地同时有空；开班 ${yuan(fixed)} 元，每人 ${yuan(price)} 元，合每学时 ${each} 元`
  const more = dearest > 0 ? `名额用满，再多一个大约还能省 ${yuan(dearest)} 元` : '名额够用'
  return `每人 ${yuan(price)} 元，合每学时 ${each} 元；${more}`
}

function yuan(fen: number): string {
  return String(Math.round(fen / 100))
}
