import type { Application } from '@zhixing/contract'
import { candidateKinds, classKinds, classTracks } from '@zhixing/contract/class-words.ts'
import type { classRoutes, courseRoles, sessionKinds } from '@zhixing/contract/class-words.ts'
import { contentCategories } from '@zhixing/contract/words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { hoursText } from '../../../kernel/words.ts'

export type Item = {
  readonly title: string
  readonly kind: keyof typeof sessionKinds
  readonly role: keyof typeof courseRoles
  readonly category: keyof typeof contentCategories
  readonly route: keyof typeof classRoutes
  readonly track: keyof typeof classTracks
  readonly startsAt: Date
  readonly endsAt: Date
}

export type Check = {
  readonly key: string
  readonly name: string
  readonly isMet: boolean
  readonly sentence: string
  readonly clause: string
}

type Rule<Value> = { readonly value: Value; readonly clause: string }
export type TimetableRules = {
  readonly 'class.core.share': Rule<readonly [number, number]>
  readonly 'dev.training': Rule<number>
  readonly 'hours.convert.hour.lesson': Rule<number>
}
export const timetableKeys = [
  'class.core.share',
  'dev.training',
  'hours.convert.hour.lesson',
] as const

const besides: ReadonlySet<Item['kind']> = new Set(['exam', 'ceremony'])

/** Teaching, and neither the exam nor the ceremonies around it. */
export function isTaught({ kind }: Pick<Item, 'kind'>): boolean {
  return !besides.has(kind)
}

export function minutesOf({ startsAt, endsAt }: Pick<Item, 'startsAt' | 'endsAt'>): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
}

export function sumOf(items: readonly Pick<Item, 'startsAt' | 'endsAt'>[]): number {
  return items.reduce((sum, item) => sum + minutesOf(item), 0)
}

/** Whether a class of this kind is bound to the hours and the exam that precede admission. */
export function isForCandidates(kind: Application['kind']): boolean {
  return candidateKinds.some((one) => one === kind)
}

/** Minutes by the clock as minutes of study, by what a lesson counts for. */
export function studyMinutes(minutes: number, lesson: number): number {
  return Math.floor((minutes * 60) / lesson)
}

/** What the timetable of a class has to keep to, in the order in which a reader would ask. */
export function checksOf(
  {
    goals,
    compulsory,
    kind,
    tracks,
  }: Pick<Application, 'goals' | 'compulsory' | 'kind' | 'tracks'>,
  items: readonly Item[],
  rules: TimetableRules,
): Check[] {
  const taught = items.filter(isTaught)
  return [
    firstCheck(taught),
    coreCheck(taught, rules['class.core.share']),
    ...compulsory.map((title) => compulsoryCheck(title, taught)),
    ...goals.map((goal) => goalCheck(goal, taught)),
    ...(tracks.length > 1 ? tracks.map((track) => trackCheck(track, taught)) : []),
    ...(isForCandidates(kind) ? [hoursCheck(taught, rules), examCheck(items)] : []),
  ]
}

const local = '本地参数：首课、主课、必修课的要求'

/** The lesson that opens a class is the one marked as such. */
function firstCheck(taught: readonly Item[]): Check {
  const [first] = taught
  const isMet = first?.role === 'first'
  const said = `第一节课“${first?.title ?? ''}”${isMet ? '是' : '不是'}首课`
  const sentence = first ? said : '还没有排课'
  return { key: 'first', name: '首课', isMet, sentence, clause: local }
}

function coreCheck(
  taught: readonly Item[],
  { value, clause }: Rule<readonly [number, number]>,
): Check {
  const core = sumOf(taught.filter(({ role }) => role !== 'elective'))
  const all = sumOf(taught)
  const [part, whole] = value
  const isMet = all > 0 && core * whole >= all * part
  const sentence = `首课、主课、必修课占 ${percentOf(core, all)}%，应不少于 ${percentOf(part, whole)}%`
  return { key: 'core', name: '主课', isMet, sentence, clause }
}

function compulsoryCheck(title: string, taught: readonly Item[]): Check {
  const found = taught.find((item) => item.title === title)
  const isMet = found?.role === 'compulsory'
  const missing = found ? `“${title}”排了，但没有标为必修课` : `必修课“${title}”还没有排`
  const sentence = isMet ? `必修课“${title}”已排` : missing
  return { key: `compulsory:${title}`, name: '必修课', isMet, sentence, clause: local }
}

function goalCheck(
  { goal, category, percent }: Application['goals'][number],
  taught: readonly Item[],
): Check {
  const share = percentOf(sumOf(taught.filter((item) => item.category === category)), sumOf(taught))
  const sentence = `${contentCategories[category]}占 ${share}%，目标不少于 ${percent}%`
  const isMet = taught.length > 0 && share >= percent
  return { key: `goal:${goal}`, name: goal, isMet, sentence, clause: '办班申请中的培训目标' }
}

function trackCheck(track: keyof typeof classTracks, taught: readonly Item[]): Check {
  const minutes = sumOf(taught.filter((item) => item.track === track))
  const name = classTracks[track]
  const sentence = minutes > 0 ? `${name} ${hoursText(minutes)} 小时` : `${name}还没有排课`
  return { key: `track:${track}`, name, isMet: minutes > 0, sentence, clause: '“双育”两轨都要有课' }
}

/** Where a survey said what is wanted, electives are drawn from it. */
export function needCheck(items: readonly (Item & { readonly needId: string | null })[]): Check {
  const electives = items.filter((item) => isTaught(item) && item.role === 'elective')
  const wanted = electives.filter(({ needId }) => needId !== null)
  const said = `选修课 ${electives.length} 节，其中 ${wanted.length} 节来自培训需求`
  return {
    key: 'needs',
    name: '因需施教',
    isMet: electives.length === wanted.length,
    sentence: electives.length === 0 ? '没有排选修课' : said,
    clause: '选修课按需求调查安排',
  }
}

function hoursCheck(taught: readonly Item[], rules: TimetableRules): Check {
  const { value, clause } = rules['dev.training']
  const study = studyMinutes(sumOf(taught), rules['hours.convert.hour.lesson'].value)
  const days = new Set(taught.map(({ startsAt }) => dayOf(startsAt))).size
  const sentence = `共 ${hoursText(study)} 学时、${days} 天，应不少于 ${hoursText(value)} 学时、3 天`
  return { key: 'hours', name: '学时', isMet: study >= value && days >= 3, sentence, clause }
}

function examCheck(items: readonly Item[]): Check {
  const isMet = items.some(({ kind }) => kind === 'exam')
  const sentence = isMet ? '已排考试' : '还没有排考试'
  return { key: 'exam', name: '考试', isMet, sentence, clause: '发展对象、入党积极分子培训考试' }
}

/** Two items at one time, in the order of the timetable. */
export function overlapOf<I extends Pick<Item, 'startsAt' | 'endsAt'>>(
  { startsAt, endsAt }: Pick<Item, 'startsAt' | 'endsAt'>,
  others: readonly I[],
): I | undefined {
  return others.find((other) => other.startsAt < endsAt && startsAt < other.endsAt)
}

export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100)
}

export function classKindName(kind: Application['kind']): string {
  return classKinds[kind]
}
