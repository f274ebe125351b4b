import { hoursText } from '../../kernel/words.ts'

/** The titles of the charts: each is the answer to its question. */

type Below = { readonly name: string; readonly untrained: number }

export function coverageTitle(people: number, below: readonly Below[]): string {
  const untrained = below.reduce((sum, one) => sum + one.untrained, 0)
  if (people === 0) return '还没有应学的党员'
  if (untrained === 0) return '应学的党员今年都参加过学习'
  const lacking = below.filter((one) => one.untrained > 0)
  const [worst] = lacking.toSorted((one, other) => other.untrained - one.untrained)
  const where = lacking.length > 1 ? `${worst?.name}最多` : `都在${worst?.name}`
  return `${said(untrained)} 人今年还没有参加过学习，${where}`
}

type Pace = {
  readonly doneMinutes: number
  readonly dueMinutes: number
  readonly yearHours: string
}

export function paceTitle({ doneMinutes, dueMinutes, yearHours }: Pace): string {
  const done = `人均已学 ${hoursText(doneMinutes)} 学时`
  if (doneMinutes >= dueMinutes) return `${done}，跟上全年 ${yearHours} 学时的进度`
  return `${done}，比进度少 ${hoursText(dueMinutes - doneMinutes)}`
}

type Part = { readonly label: string; readonly value: number }

export function categoriesTitle(parts: readonly Part[]): string {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const ordered = parts.toSorted((one, other) => other.value - one.value)
  const [most, least] = [ordered[0], ordered.at(-1)]
  if (sum === 0 || !most || !least) return '今年还没有记入学时'
  return `${most.label}占 ${Math.round((most.value / sum) * 100)}%，${least.label}最少`
}

/** `months` are over; the one that runs says nothing yet. */
export function meetingsTitle(total: number, months: readonly Part[]): string {
  if (total === 0) return '今年还没有办结的组织生活'
  const held = `办结组织生活 ${said(total)} 次`
  const [least] = months.toSorted((one, other) => one.value - other.value)
  return least && months.length > 1 ? `${held}，${least.label}最少` : held
}

/** What somebody who owes the whole year should have when so many months are over. */
export function dueAfter(months: number, yearMinutes: number): number {
  return Math.round((yearMinutes * months) / 12)
}

/** The smallest of the months that are over, where they differ. */
export function leastOf(values: readonly number[]): number | undefined {
  const least = Math.min(...values)
  return values.every((value) => value === least) ? undefined : least
}

function said(count: number): string {
  return count.toLocaleString('en-US')
}
