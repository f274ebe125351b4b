import type { lightWords } from '@zhixing/contract/plan-words.ts'
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Light = keyof typeof lightWords
export type Lit = { readonly light: Light; readonly sentence: string }
export type Lights = { readonly date: Lit; readonly quality: Lit; readonly count: Lit }

/** What was really done for an item: closed sessions, those who came, those who should have. */
export type Held = {
  readonly sessions: number
  readonly persons: number
  readonly due: number
  readonly present: number
  readonly minutes: number
  readonly firstOn: Day | null
  readonly lastOn: Day | null
}

export const nothingHeld: Held = {
  sessions: 0,
  persons: 0,
  due: 0,
  present: 0,
  minutes: 0,
  firstOn: null,
  lastOn: null,
}

/** What was held here and what was held there, for one item. */
export function together(one: Held, other: Held): Held {
  const days = [one.firstOn, one.lastOn, other.firstOn, other.lastOn].filter((day) => day !== null)
  const sorted = days.toSorted()
  return {
    sessions: one.sessions + other.sessions,
    persons: one.persons + other.persons,
    due: one.due + other.due,
    present: one.present + other.present,
    minutes: one.minutes + other.minutes,
    firstOn: sorted[0] ?? null,
    lastOn: sorted.at(-1) ?? null,
  }
}

type Asked = {
  readonly from: Day
  readonly until: Day
  readonly sessions: number
  readonly persons: number
}

/** A little behind is worth a look; more than this is late. */
const patience = 20

/** 按时、按质、按量: each judged by what was held until the day, each with the numbers it was judged by. */
export function lightsOf(asked: Asked, held: Held, { day, qualityTarget }: At): Lights {
  return {
    date: dateLight(asked, held, day),
    quality: qualityLight(held, qualityTarget),
    count: countLight(asked, held, day),
  }
}

type At = { readonly day: Day; readonly qualityTarget: number }

function dateLight({ from, until, sessions }: Asked, held: Held, day: Day): Lit {
  if (held.sessions >= sessions) return { light: 'good', sentence: `计划 ${sessions} 场已全部开展` }
  const left = `已开展 ${held.sessions} 场，还差 ${sessions - held.sessions} 场`
  if (day > until) return { light: 'late', sentence: `${until} 已过，${left}` }
  if (day < from) return { light: 'none', sentence: `${from} 开始` }
  const share = shareGone({ from, until }, day)
  const owed = Math.floor((sessions * share) / 100)
  if (held.sessions < owed)
    return { light: 'watch', sentence: `按时间应开展 ${owed} 场，${left}，${until} 到期` }
  return { light: 'good', sentence: `${left}，${until} 到期` }
}

function qualityLight({ due, present, sessions }: Held, target: number): Lit {
  if (sessions === 0 || due === 0) return { light: 'none', sentence: '还没有开展，无从评价' }
  const share = Math.round((present / due) * 100)
  const sentence = `应到 ${due} 人次，实到 ${present} 人次，到课率 ${share}%，目标 ${target}%`
  if (share >= target) return { light: 'good', sentence }
  return { light: share >= target - patience / 2 ? 'watch' : 'late', sentence }
}

function countLight({ from, until, persons }: Asked, held: Held, day: Day): Lit {
  if (persons === 0) return { light: 'none', sentence: '没有规定人数' }
  const share = Math.round((held.persons / persons) * 100)
  const sentence = `计划 ${persons} 人，已训 ${held.persons} 人，完成 ${share}%`
  if (share >= 100) return { light: 'good', sentence }
  if (day < from) return { light: 'none', sentence }
  const expected = day > until ? 100 : shareGone({ from, until }, day)
  if (share >= expected) return { light: 'good', sentence: `${sentence}，时间过去 ${expected}%` }
  const behind = { light: share >= expected - patience ? 'watch' : 'late' } as const
  return { ...behind, sentence: `${sentence}，时间过去 ${expected}%` }
}

/** How much of a span is over on a day, in percent. */
export function shareGone({ from, until }: { from: Day; until: Day }, day: Day): number {
  if (day < from) return 0
  if (day >= until) return 100
  return Math.floor((daysBetween(from, day) / Math.max(1, daysBetween(from, until))) * 100)
}

const order: readonly Light[] = ['late', 'watch', 'good', 'none']

/** Of many lights, the one that somebody has to look at first; with how many there are of it. */
export function worstOf(lights: readonly Lit[], what: string): Lit {
  const light = order.find((one) => lights.some((lit) => lit.light === one)) ?? 'none'
  const count = lights.filter((lit) => lit.light === light).length
  const sentences: Readonly<Record<Light, string>> = {
    late: `${count} 个项目${what}滞后`,
    watch: `${count} 个项目${what}需要关注`,
    good: `已到时候的项目${what}都正常`,
    none: '还没有到时候的项目',
  }
  return { light, sentence: sentences[light] }
}
