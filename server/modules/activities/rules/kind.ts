import type { ActivityKind, RecordKind } from '@zhixing/contract'

/** What an item of the agenda can be. `isStudy`: its minutes count where only study counts. */
export type Part = {
  readonly key: string
  readonly name: string
  readonly isRequired: boolean
  readonly isStudy: boolean
}

export type AgendaItem = {
  readonly title: string
  readonly minutes: number
  readonly part?: string | undefined
  readonly isDone?: boolean | undefined
  readonly topicId?: string | undefined
}

type FrequencyRule =
  | 'meeting.member.quarter'
  | 'meeting.committee.month'
  | 'meeting.group.month'
  | 'meeting.lecture.quarter'
  | 'meeting.themeday.month'
  | 'meeting.orglife.year'

/** Everything in which one kind of record differs from another, as data. */
export type Kind = {
  readonly key: RecordKind
  readonly name: string
  /** The members of the branch, of its committee or of one of its groups; or whoever stands on a list that was handed in. */
  readonly due: 'branch' | 'committee' | 'group' | 'listed'
  readonly parts: readonly Part[]
  /** “X+X”: besides what is required, something of free choice. */
  readonly needsChosen: boolean
  /** 第一议题: the part that must come first. */
  readonly firstPart?: string
  readonly hasLecturer: boolean
  /** Nothing can be decided with fewer present: of those with a vote, or of all who are due. */
  /** Motions are put to the vote: of the full members present, or of all who sit there. */
  readonly deliberation?: { readonly of: 'voters' | 'due' }
  readonly quorum?: { readonly rule: 'vote.quorum'; readonly of: 'voters' | 'due' }
  /** Whether somebody has to write down what was said before it can be closed. */
  readonly needsMinutes: boolean
  readonly hours: {
    readonly source: 'meeting' | 'lecture' | 'study' | 'class' | 'studyGroup'
    readonly counted: 'all' | 'study'
  }
}

/** What branches owe, month by month or quarter by quarter, and plan for themselves. */
export type MeetingKind = Kind & {
  readonly key: ActivityKind
  readonly due: 'branch' | 'committee' | 'group'
  readonly frequency: {
    readonly rule: FrequencyRule
    readonly period: 'month' | 'quarter' | 'year'
  }
  readonly hours: { readonly source: 'meeting' | 'lecture' | 'study' }
  /** Where a new plan begins. */
  readonly template: readonly AgendaItem[]
}

export function isChosen(kind: Kind, { part }: AgendaItem): boolean {
  return !kind.parts.some(({ key, isRequired }) => isRequired && key === part)
}

/** The names of the required parts that no such item fulfils. */
export function lackingParts(kind: Kind, agenda: readonly AgendaItem[]): string[] {
  return kind.parts
    .filter(({ key, isRequired }) => isRequired && !agenda.some(({ part }) => part === key))
    .map(({ name }) => name)
}
