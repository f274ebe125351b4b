import type { Day } from '../../../kernel/calendar.ts'
import type { Off } from './announced.ts'

type Read = { readonly off: Off[]; readonly worked: Day[]; readonly unread: string[] }

const date = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/gu
/** “三、清明节：”, “元旦:”. */
const heading =
  /^\s*(?:(?:[一二三四五六七八九十]+、|\d+[.、．])\s*)?([^\s：:，。、（()]+(?:、[^\s：:，。、（()]+)?)\s*[：:]/u

/**
 * 国务院办公厅的放假通知 as it is published: one paragraph a holiday, “1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”
 * What names days and is understood as neither is given back as it stands.
 */
export function readNotice(text: string, year: number): Read {
  const read: Read = { off: [], worked: [], unread: [] }
  let name = ''
  for (const line of text.split(/\r?\n/u)) {
    const [head = '', named] = line.match(heading) ?? []
    if (named) name = named
    for (const sentence of line.slice(head.length).split(/[。；;]/u))
      readSentence(sentence.trim(), { name, year }, read)
  }
  return { ...read, worked: [...new Set(read.worked)].toSorted() }
}

type At = { readonly name: string; readonly year: number }

function readSentence(sentence: string, { name, year }: At, read: Read): void {
  const days = daysIn(sentence, year)
  const [from, until = from] = days
  if (!from || !until) return
  if (sentence.includes('上班')) read.worked.push(...days)
  else if (sentence.includes('放假') && name !== '' && days.length <= 2)
    read.off.push({ name, from, until })
  else read.unread.push(sentence)
}

/** “2月15日（农历腊月二十八、周日）至23日” is in February twice; a year is said only where it is another. */
function daysIn(sentence: string, year: number): Day[] {
  let month = ''
  return [...sentence.matchAll(date)].flatMap(([, said, monthSaid, day]) => {
    month = monthSaid ?? month
    const written = `${said ?? year}-${two(month)}-${two(day ?? '')}`
    return isDay(written) ? [written] : []
  })
}

function isDay(day: string): boolean {
  const time = Date.parse(day)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function two(number: string): string {
  return number.padStart(2, '0')
}
