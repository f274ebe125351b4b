/** How the parameters of the rules are said in Chinese, the same on the page and in a refusal. */
export const ruleUnits = {
  studyMinutes: '学时',
  minutes: '分钟',
  seconds: '秒',
  hours: '小时',
  days: '天',
  workdays: '个工作日',
  dayOfMonth: '日',
  months: '个月',
  years: '年',
  times: '次',
  items: '项',
  persons: '人',
  units: '个单位',
  fold: '倍',
  share: '',
  percent: '%',
  points: '分',
  yuan: '元',
  fen: '元',
  permyriad: '%',
  grades: '',
} as const

export type RuleUnit = keyof typeof ruleUnits

export const ruleGroups = {
  hours: '学时要求',
  conversion: '学时换算',
  training: '培训',
  meetings: '组织生活与日常管理',
  branches: '组织设置与任期',
  development: '发展党员',
  dues: '党费与等次',
  security: '登录与安全',
} as const

export const tighterWords = {
  higher: '只能调高',
  lower: '只能调低',
  none: '按本地情况设定',
} as const

/** One step of a table of rates: up to and including `upTo`, or without end. */
type Step = { readonly upTo: number | null; readonly value: number }
type Sayable = number | null | readonly number[] | readonly Step[] | readonly string[]

/** How many of the kept units make one of those that people say: minutes of study are said in hours. */
export const ruleScale: Partial<Record<RuleUnit, number>> = {
  studyMinutes: 60,
  fen: 100,
  permyriad: 100,
}

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })

/** 1920 minutes of study → "32 学时"; [1, 3] → "1/3"; nothing asked → "不作规定". */
export function sayRule(value: Sayable, unit: RuleUnit): string {
  if (value === null) return '不作规定'
  if (typeof value === 'number') return sayNumber(value, unit)
  return value.map((part) => sayPart(part, unit)).join(unit === 'share' ? '/' : '、')
}

function sayPart(part: number | string | Step, unit: RuleUnit): string {
  if (typeof part === 'string') return `${part}${ruleUnits[unit]}`
  if (typeof part === 'number') return String(part)
  const rate = sayNumber(part.value, unit)
  return part.upTo === null ? `以上 ${rate}` : `${figures.format(part.upTo)} 以内 ${rate}`
}

function sayNumber(value: number, unit: RuleUnit): string {
  const said = figures.format(value / (ruleScale[unit] ?? 1))
  const word = ruleUnits[unit]
  return word === '%' ? `${said}%` : `${said} ${word}`.trim()
}
