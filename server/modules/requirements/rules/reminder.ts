import { fullDay, hoursText } from '../../../kernel/words.ts'

type Lacking = {
  readonly name: string
  readonly doneMinutes: number
  readonly dueYearMinutes: number
  readonly plannedMinutes: number
  readonly timesDone: number | null
  readonly timesDue: number | null
  readonly deadline: string | null
}

/** What somebody still lacks, in words: "4.5 学时", "1 次（6月30日前）". */
export function lackOf(one: Lacking): string {
  if (one.timesDue === null) return `${hoursText(one.dueYearMinutes - one.doneMinutes)} 学时`
  const until = one.deadline ? `（期限 ${fullDay(one.deadline)}）` : ''
  return `${one.timesDue - (one.timesDone ?? 0)} 次${until}`
}

export function toMember(one: Lacking, sentence: string, year: number): string {
  const planned =
    one.timesDue === null && one.plannedMinutes > 0
      ? `已安排的活动全部参加可得 ${hoursText(one.plannedMinutes)} 学时。`
      : ''
  return `${year} 年要求：${sentence}。您还差 ${lackOf(one)}。${planned}点开看是怎么算的，有疑问请向支部反映。`
}

const namesMax = 30

export function toSecretary(some: readonly Lacking[], sentence: string): string {
  const names = some.slice(0, namesMax).map((one) => `${one.name}差 ${lackOf(one)}`)
  const more = some.length > namesMax ? `，等 ${some.length} 人` : ''
  return `${sentence}。已提醒：${names.join('；')}${more}。请安排补训，行动不便的可以送学上门。`
}
