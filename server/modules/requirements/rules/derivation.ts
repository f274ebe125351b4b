import type { Standing } from '@zhixing/contract'
import { excuseReasons } from '@zhixing/contract/words.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { fullDay, hoursText, monthDay } from '../../../kernel/words.ts'

/** What a derivation is told from; the numbers were computed by the rows themselves. */
export type Told = {
  readonly since: Day | null
  readonly threshold: number
  readonly months: number
  readonly onlineMinutes: number
  readonly onlineMost: number
  readonly otherMinutes: number
  readonly otherMost: number
  readonly doneMinutes: number
  readonly dueNowMinutes: number
  readonly dueYearMinutes: number
  readonly plannedMinutes: number
  readonly timesDone: number | null
  readonly timesDue: number | null
  readonly deadline: Day | null
  readonly excuseReason: keyof typeof excuseReasons | null
  readonly standing: Standing
}

export type Step = {
  readonly label: string
  readonly value: string
  readonly rule?: number
  readonly isSum: boolean
}

export type Applied = {
  readonly name: string
  readonly value: string
  readonly clause: string
  readonly since: string
}

const excuseClause = {
  clause: '《中国共产党党员教育管理工作条例》第二十三条',
  since: '2019年5月6日起施行',
}

/** Where somebody stands, and what follows from it, in one sentence. */
export function conclusionOf(told: Told, name: string): string {
  if (told.excuseReason)
    return `因${excuseReasons[told.excuseReason]}不作硬性要求，所学照常记录，列入送学上门名单。`
  return told.timesDue === null ? ofHours(told) : ofTimes(told, name)
}

function ofHours({ standing, ...told }: Told): string {
  const [done, due] = [hoursText(told.doneMinutes), hoursText(told.dueNowMinutes)]
  const year = hoursText(told.dueYearMinutes)
  const after = hoursText(told.doneMinutes + told.plannedMinutes)
  const rest = hoursText(told.dueYearMinutes - told.doneMinutes)
  const sentences: Readonly<Record<Standing, string>> = {
    met: `已完成 ${done} 学时，达到全年 ${year} 学时的要求。`,
    onCourse: `已完成 ${done} 学时，按进度应达到 ${due} 学时，年底前还需 ${rest} 学时。`,
    behind: `已完成 ${done} 学时，比应达到的 ${due} 学时少；参加已安排的活动后可达到 ${after} 学时。`,
    atRisk: `已完成 ${done} 学时，即使参加全部已安排的活动也只有 ${after} 学时，还差 ${hoursText(told.dueYearMinutes - told.doneMinutes - told.plannedMinutes)} 学时，需要补训。`,
    excused: '本年度应学月数为零，从明年起计算。',
  }
  return sentences[standing]
}

function ofTimes({ standing, timesDone, timesDue, deadline }: Told, name: string): string {
  const until = deadline ? fullDay(deadline) : ''
  const left = (timesDue ?? 0) - (timesDone ?? 0)
  const sentences: Readonly<Record<Standing, string>> = {
    met: `${name}：已完成 ${timesDone} 次，达到要求。`,
    onCourse: `${name}：还需 ${left} 次，期限 ${until}。`,
    behind: `${name}：还需 ${left} 次，${until} 到期，请尽快安排。`,
    atRisk: `${name}：期限 ${until} 已过，还差 ${left} 次，需要补训。`,
    excused: '不作硬性要求。',
  }
  return sentences[standing]
}

type Sums = { readonly posted: number; readonly takenBack: number; readonly reversals: number }

/** The sum, line by line; `rule` is the number of the rule in the list below it. */
export function stepsOf(told: Told, { posted, takenBack, reversals }: Sums, day: Day): Step[] {
  const step = (label: string, minutes: number, rest: Partial<Step> = {}) => ({
    label,
    value: `${minutes < 0 ? '−' : ''}${hoursText(Math.abs(minutes))} 学时`,
    isSum: false,
    ...rest,
  })
  if (told.timesDue !== null) return timesSteps(told)

  const online = Math.max(0, told.onlineMinutes - told.onlineMost)
  const other = Math.max(0, told.otherMinutes - told.otherMost)
  const done = [
    step('记入', posted),
    ...(reversals > 0 ? [step(`${reversals} 笔冲销`, takenBack)] : []),
    ...(online > 0 ? [step('网络学习超过占比上限，不计', -online, { rule: 3 })] : []),
    ...(other > 0 ? [step('非集中学习，不计', -other, { rule: 3 })] : []),
    step('已完成', told.doneMinutes, { isSum: true }),
  ]
  if (told.standing === 'excused') return done
  const whole = hoursText(told.threshold)
  return [
    ...done,
    step(`到 ${monthDay(day)}按进度应达到`, told.dueNowMinutes, { rule: 2 }),
    step(
      told.months < 12 ? `全年应达到（${whole} × ${told.months} ÷ 12 个月）` : '全年应达到',
      told.dueYearMinutes,
      { rule: 1 },
    ),
    ...(told.plannedMinutes > 0 ? [step('已安排的活动可得', told.plannedMinutes)] : []),
  ]
}

function timesSteps({ since, deadline, timesDone, timesDue }: Told): Step[] {
  const span = `${since ? fullDay(since) : ''}至 ${deadline ? fullDay(deadline) : ''}`
  return [
    { label: `${span} 应完成`, value: `${timesDue} 次`, rule: 1, isSum: false },
    { label: '已完成', value: `${timesDone} 次`, isSum: true },
  ]
}

/** What the conclusion rests on; the first is the requirement itself. */
export function rulesOf(told: Told, asked: Applied, share: Applied): Applied[] {
  if (told.excuseReason)
    return [
      {
        name: '不作硬性要求',
        value: `${excuseReasons[told.excuseReason]}，改为送学上门`,
        ...excuseClause,
      },
      asked,
    ]
  if (told.timesDue !== null) return [asked]
  return [
    asked,
    {
      name: '按进度',
      value: '按应学月份中已过的天数折算；月中入党、转入、任职的从下月起算，不作硬性要求的月份不算',
      clause: '只用于提醒，不改变全年要求',
      since: '平台计算办法',
    },
    ...(told.onlineMinutes > 0 || told.otherMinutes > 0 ? [share] : []),
  ]
}
