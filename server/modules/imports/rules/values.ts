import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { addDays, daysIn } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

/**
 * A day in any of the usual spellings: 2020-01-31, 2020.1.31, 2020/1/31, 2020年1月31日, 20200131, with or without a
 * time behind it, or the number by which a spreadsheet counts days. Nothing when it is none.
 */
export function readDay(text: string): Day | undefined {
  // Most rolls keep to one spelling, and it is ours.
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayFrom(text.split('-'))
  const plain = text
    .normalize('NFKC')
    .replace(/\s\d{1,2}:\d{2}(:\d{2})?$/, '')
    .replace(/\s/g, '')
  const parts =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (parts) return dayFrom(parts.slice(1))
  // From 1927 to 2064, in days since the turn of 1899.
  return /^[1-5]\d{4}$/.test(plain) ? addDays('1899-12-30', Number(plain)) : undefined
}

/**
 * The month of 1980年5月, 1980-05, 1980.05 or 198005: the usual form on Chinese rolls. 1980.1 is none, because a
 * spreadsheet makes it of 1980.10 as well.
 */
export function readMonth(text: string): Month | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const [, year, month] =
    /^(\d{4})[-/年](\d{1,2})月?$/.exec(plain) ?? /^(\d{4})\.?(\d{2}|[2-9])$/.exec(plain) ?? []
  return year && month ? dayFrom([year, month, '1'])?.slice(0, 7) : undefined
}

function dayFrom([year = '', month = '', date = '']: readonly string[]): Day | undefined {
  const [inMonth, inYear] = [Number(date), Number(month)]
  if (year < '1850' || inYear < 1 || inYear > 12 || inMonth < 1) return undefined
  const first = `${year}-${month.padStart(2, '0')}`
  return inMonth <= daysIn(first) ? `${first}-${date.padStart(2, '0')}` : undefined
}

const sexWords: Readonly<Record<string, 'male' | 'female'>> = {
  '1': 'male',
  男: 'male',
  男性: 'male',
  男士: 'male',
  '2': 'female',
  女: 'female',
  女性: 'female',
  女士: 'female',
}

export function readSex(text: string): 'male' | 'female' | undefined {
  return sexWords[text.replace(/^[12](?=[男女])/, '')]
}

const ethnicityOfWord = new Map(
  Object.entries(ethnicities).flatMap(([code, word]) => [
    [word, code],
    [word.replace(/族$/, ''), code],
  ]),
)

/** 汉, 汉族, 1, 01, 01汉族. */
export function readEthnicity(text: string): string | undefined {
  if (/^\d{1,2}$/.test(text)) {
    const code = text.padStart(2, '0')
    return code in ethnicities ? code : undefined
  }
  return ethnicityOfWord.get(text.replace(/^\d{2}/, ''))
}

const educationWords: readonly (readonly [RegExp, string])[] = [
  [/博士/, '11'],
  [/硕士/, '14'],
  [/研究生班/, '19'],
  [/研究生/, '10'],
  [/专升本|本科|^大学$|^大学毕业$|学士/, '21'],
  [/大专|专科|高职/, '31'],
  [/中专|中等专业|中师/, '41'],
  [/职高|职业高中|职业中学/, '44'],
  [/技校|技工/, '47'],
  [/高中/, '61'],
  [/初中|初级中学/, '71'],
  [/小学/, '81'],
  [/文盲|半文盲|其他|无|未上学/, '90'],
]
const educationOfWord = new Map(Object.entries(educations).map(([code, word]) => [word, code]))

/** A code of GB/T 4658, its word, or one of the words people use. */
export function readEducation(text: string): string | undefined {
  const code = /^\d{2}/.exec(text)?.[0]
  if (code && Object.hasOwn(educations, code)) return code
  return educationOfWord.get(text) ?? educationWords.find(([sign]) => sign.test(text))?.[1]
}

/** GB/T 4762: 01 a member, 02 on probation. */
export function readStage(text: string): 'full' | 'probationary' | undefined {
  if (/^0?2$|预备/.test(text)) return 'probationary'
  return /^0?1$|正式|^中共党员$|^党员$|^中国共产党党员$/.test(text) ? 'full' : undefined
}

export function readChoice(text: string): boolean | undefined {
  if (/^(是|1|y|yes|true|有|√)$/i.test(text)) return true
  return /^(否|0|n|no|false|无|×|)$/i.test(text) ? false : undefined
}

/** Whether membership is suspended; other states are no longer on the roll. */
export function readMembership(text: string): boolean | undefined {
  if (/^(停止党籍|停止|2)$/.test(text)) return true
  return /^(正常|有党籍|1|)$/.test(text) ? false : undefined
}

const employmentWords: readonly (readonly [RegExp, Employment])[] = [
  [/离休|退休|离退/, 'retired'],
  [/学生(?!村官)|在读|研究生$/, 'student'],
  [/务农|农民|农牧渔民|种植|养殖|农林牧渔/, 'farmer'],
  [/无业|待业|失业|下岗|未就业|家务/, 'unemployed'],
]
export type Employment = 'employed' | 'farmer' | 'student' | 'retired' | 'unemployed'

/** How somebody earns a living, from a word for it or from what is said of the job; most have one. */
export function readEmployment(text: string): Employment {
  return employmentWords.find(([sign]) => sign.test(text))?.[1] ?? 'employed'
}
