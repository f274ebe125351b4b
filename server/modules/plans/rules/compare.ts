import type { Held } from './lights.ts'

type Item = {
  readonly id: string
  readonly title: string
  readonly sessions: number
  readonly persons: number
  readonly targetShare: number
  readonly effect: string
  readonly measure: string
  readonly cancelReason: string | null
}
type Goal = {
  readonly id: string
  readonly text: string
  readonly measure: string
  readonly target: string
}
type Reached = { readonly id: string; readonly actual: string; readonly isMet: boolean }

export type Comparison = {
  readonly key: string
  readonly what: string
  readonly expected: string
  readonly actual: string
  readonly isMet: boolean
  readonly suggestion: string
}

/** Of a goal: what was expected, what those who ran it found, and whether that is enough. */
export function compareGoal({ id, text, measure, target }: Goal, reached: Reached): Comparison {
  const { actual, isMet } = reached
  return {
    key: id,
    what: `目标：${text}`,
    expected: [measure, target].filter(Boolean).join('，'),
    actual,
    isMet,
    suggestion: isMet ? '' : '下一期保留这一目标，把达到的办法写得更具体',
  }
}

/** Of an item: planned beside held, by the numbers alone; and what follows from the difference for the next run. */
export function compareItem(item: Item, held: Held): Comparison {
  const { id, title, sessions, persons, targetShare, effect, measure, cancelReason } = item
  const share = held.due === 0 ? 0 : Math.round((held.present / held.due) * 100)
  const expected = `${sessions} 场、${persons} 人，到课率 ${targetShare}%；${effect}（${measure}）`
  const base = { key: id, what: title, expected }
  if (cancelReason !== null)
    return {
      ...base,
      actual: `已取消：${cancelReason}`,
      isMet: false,
      suggestion: '先核实需求再列入下一期',
    }
  const actual = `${held.sessions} 场、${held.persons} 人，到课率 ${share}%`
  const enough = held.sessions >= sessions && held.persons >= persons
  const suggestion = suggestionOf({ sessions, persons, targetShare }, held, share)
  return { ...base, actual, isMet: enough && share >= targetShare, suggestion }
}

type Wanted = { readonly sessions: number; readonly persons: number; readonly targetShare: number }

function suggestionOf({ sessions, persons, targetShare }: Wanted, held: Held, share: number) {
  if (held.sessions === 0) return '一场也没有开展：下一期先落实场地、师资再列入'
  if (held.sessions < sessions)
    return `少开展 ${sessions - held.sessions} 场：下一期减少场次，或提前安排时间`
  if (held.persons < persons)
    return `少训 ${persons - held.persons} 人：下一期分期办班，或把线上、送学的名额加进来`
  if (share < targetShare) return '到课率不到目标：下一期避开农忙、生产高峰，或改用更合适的方式'
  if (held.persons > persons * 1.2) return '参加的人比计划多：下一期可以增加名额'
  return ''
}
