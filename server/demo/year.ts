import type { contentCategories, studyMethods } from '@zhixing/contract/words.ts'
import { addDays, addMonths, daysIn, monthOf } from '../kernel/calendar.ts'
import type { Day, Month } from '../kernel/calendar.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'

export type Occasion = {
  readonly kind: 'memberMeeting' | 'committeeMeeting' | 'groupMeeting' | 'lecture' | 'themeDay'
  readonly title: string
  readonly month: Month
  readonly day: Day
  /** "19:30" */
  readonly time: string
  readonly minutes: number
  readonly category: keyof typeof contentCategories
  readonly method: keyof typeof studyMethods
  readonly topic: string
}

const topics = {
  theory: ['学习党的创新理论原著选读', '学习党的二十大精神专题', '学习党史上的今天'],
  discipline: ['学习党章第一章至第三章', '学习党的纪律处分条例', '观看警示教育片'],
  law: ['学习民法典与村规民约', '学习信访工作条例', '学习安全生产法'],
  skill: ['果树修剪现场技术课', '数字办公技能交流', '防汛抢险演练'],
  situation: ['学习年度形势任务教育提纲', '学习县委全会精神', '乡村全面振兴政策解读'],
  local: ['参观禾岭革命旧址', '走访县党史馆', '听老党员讲家乡建设史'],
} as const

/** One year of a branch, ending with what is planned for the month that has begun. */
export function occasionsOf(branch: DemoBranch, today: Day, dice: Dice): Occasion[] {
  const diligence = dice.chance(0.15) ? 0.72 : 0.97
  const habit = dice.between(5, 25)
  const months = Array.from({ length: 13 }, (_, back) => monthOf(addMonths(today, back - 12)))
  return months.flatMap((month) => monthOfBranch(branch, { month, diligence, habit }, dice))
}

type Custom = { readonly month: Month; readonly diligence: number; readonly habit: number }

function monthOfBranch(
  { officers, people }: DemoBranch,
  { month, diligence, habit }: Custom,
  dice: Dice,
): Occasion[] {
  const number = Number(month.slice(5))
  const on = (offset: number) =>
    addDays(`${month}-01`, Math.min(daysIn(month) - 1, Math.max(0, habit + offset)))
  const occasion = (
    kind: Occasion['kind'],
    title: string,
    facts: Pick<Occasion, 'day' | 'time' | 'minutes'>,
  ): Occasion => {
    const category = dice.one([
      'theory',
      'theory',
      'discipline',
      'law',
      'skill',
      'situation',
      'local',
    ] as const)
    const method = methodOf(category, dice)
    return { kind, title, month, category, method, topic: dice.one(topics[category]), ...facts }
  }
  const held: Occasion[] = []
  if (dice.chance(diligence))
    held.push(
      occasion('themeDay', `${number}月主题党日`, {
        day: on(0),
        time: '09:00',
        minutes: dice.one([120, 150, 180]),
      }),
    )
  if (officers.size > 1 && dice.chance(diligence))
    held.push(
      occasion('committeeMeeting', `${number}月支部委员会会议`, {
        day: on(-4),
        time: '19:30',
        minutes: 60,
      }),
    )
  if (number % 3 === 2 && dice.chance(diligence))
    held.push(
      occasion('memberMeeting', `第${Math.ceil(number / 3)}季度党员大会`, {
        day: on(2),
        time: '14:30',
        minutes: 120,
      }),
    )
  if (number % 3 === 0 && dice.chance(diligence))
    held.push(
      occasion('lecture', `第${number / 3}季度党课`, {
        day: on(1),
        time: '15:00',
        minutes: dice.one([90, 120]),
      }),
    )
  return people.length > 0 ? held : []
}

function methodOf(category: Occasion['category'], dice: Dice): Occasion['method'] {
  if (category === 'local') return 'field'
  if (category === 'skill') return dice.one(['field', 'discussion'] as const)
  return dice.one(['reading', 'lecture', 'discussion', 'viewing'] as const)
}
