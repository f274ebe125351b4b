import type { AskTopic, CampaignAsk, CampaignPhase, RecordKind } from '@zhixing/contract'
import type { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import { recordKinds } from '@zhixing/contract/words.ts'
import type { Day } from '../../../kernel/calendar.ts'

/** An activity that names an ask, as far as counting looks at it. */
export type Session = {
  readonly kind: RecordKind
  readonly speaker: string | null
  readonly lectureType: string | null
  readonly day: Day
  readonly isClosed: boolean
}

type Topic = {
  /** Which kinds of record may count; planning begins with the first. */
  readonly kinds: readonly [RecordKind, ...RecordKind[]]
  /** Of a lecture: who has to speak, and what sort of talk it has to be. */
  readonly speaker?: keyof typeof speakers
  readonly lectureType?: keyof typeof lectureTypes
  readonly rule: string
}

const meetings = ['themeDay', 'memberMeeting', 'groupMeeting', 'committeeMeeting'] as const

const topics: Readonly<Record<AskTopic, Topic>> = {
  seminar: { kinds: meetings, rule: '主题党日、党员大会、党小组会、支委会，写明属于这一项' },
  secretaryLesson: { kinds: ['lecture'], speaker: 'secretary', rule: '党课，主讲是党组织书记' },
  story: { kinds: ['lecture', 'themeDay'], lectureType: 'story', rule: '事迹报告，或主题党日' },
  collective: { kinds: ['themeDay', 'memberMeeting', 'lecture'], rule: '主题党日、党员大会、党课' },
  practice: { kinds: ['themeDay'], rule: '主题党日' },
  democratic: { kinds: ['memberMeeting', 'groupMeeting'], rule: '党员大会、党小组会' },
  openLesson: { kinds: ['lecture'], rule: '党课' },
}

export function topicOf(topic: AskTopic): Topic {
  return topics[topic]
}

/** For planning one: what the form begins with. */
export function beginningOf(topic: AskTopic) {
  const { kinds, speaker, lectureType } = topics[topic]
  return { kind: kinds[0], speaker, lectureType }
}

export type Counted = { readonly counts: boolean; readonly isLate: boolean; readonly why: string }

/** Whether an activity counts for what it names, whether it was late for its phase, and if not, why. */
export function countedFor(
  ask: CampaignAsk,
  phase: CampaignPhase,
  { until, session }: { readonly until: Day; readonly session: Session },
): Counted {
  const why = whyNot(topics[ask.topic], session, { from: phase.from, until })
  return { counts: why === '', isLate: why === '' && session.day > phase.until, why }
}

function whyNot(topic: Topic, session: Session, span: { from: Day; until: Day }): string {
  const { kind, speaker, lectureType, day, isClosed } = session
  if (!topic.kinds.includes(kind)) return `${recordKinds[kind]}不能算作这一项：${topic.rule}`
  const isLecture = kind === 'lecture'
  if (isLecture && topic.speaker && speaker !== topic.speaker) return '主讲不是党组织书记'
  if (isLecture && topic.lectureType && lectureType !== topic.lectureType)
    return '这场党课的类别不是事迹报告'
  if (day < span.from) return `在本阶段 ${span.from} 开始以前`
  if (day > span.until) return `在 ${span.until} 结束以后`
  return isClosed ? '' : '记录还没有关闭'
}
