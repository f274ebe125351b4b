import { occasionNames } from '@zhixing/contract/life-words.ts'
import { activityKinds, frequencyKinds, meetingStates } from '@zhixing/contract/words.ts'

type Raw = Record<string, unknown>
type KindKey = keyof typeof activityKinds
type StateKey = keyof typeof meetingStates

export type MonthSearch = { month?: string }
export type ListSearch = {
  text?: string
  kind?: KindKey
  state?: StateKey
  late?: boolean
  page?: number
}
export type FrequencySearch = {
  year?: number
  kind?: keyof typeof frequencyKinds
  missing?: boolean
  page?: number
  open?: string
}

export type RegularitySearch = {
  year?: number
  by?: 'index' | 'diversity'
  page?: number
  open?: string
}

export type NewSearch = {
  kind: KindKey
  month?: string
  groupId?: string
  occasion?: keyof typeof occasionNames
  topicId?: string
  askId?: string
}

/** What an address may carry; anything else in it is left out. */
export function monthSearch({ month }: Raw): MonthSearch {
  return typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? { month } : {}
}

export function newSearch({ kind, month, groupId, occasion, topicId, askId }: Raw): NewSearch {
  return {
    kind: isOf(activityKinds, kind) ? kind : 'themeDay',
    ...(typeof month === 'string' ? { month } : {}),
    ...(typeof groupId === 'string' ? { groupId } : {}),
    ...(isOf(occasionNames, occasion) ? { occasion } : {}),
    ...(typeof topicId === 'string' ? { topicId } : {}),
    ...(typeof askId === 'string' ? { askId } : {}),
  }
}

export function listSearch({ text, kind, state, late, page }: Raw): ListSearch {
  return {
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(isOf(activityKinds, kind) ? { kind } : {}),
    ...(isOf(meetingStates, state) ? { state } : {}),
    ...(late === true ? { late } : {}),
    ...(isPage(page) ? { page } : {}),
  }
}

export function frequencySearch({ year, kind, missing, page, open }: Raw): FrequencySearch {
  return {
    ...(typeof year === 'number' && year > 1920 && year < 2201 ? { year } : {}),
    ...(isOf(frequencyKinds, kind) ? { kind } : {}),
    ...(missing === true ? { missing } : {}),
    ...(isPage(page) ? { page } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

export function regularitySearch({ year, by, page, open }: Raw): RegularitySearch {
  return {
    ...(typeof year === 'number' && year > 1920 && year < 2201 ? { year } : {}),
    ...(by === 'index' || by === 'diversity' ? { by } : {}),
    ...(isPage(page) ? { page } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }
}

function isOf<Words extends object>(words: Words, value: unknown): value is keyof Words {
  return typeof value === 'string' && value in words
}

function isPage(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 1
}
