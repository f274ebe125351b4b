import type { Audience, Draft, EntryOf } from '@zhixing/contract'
import { cohorts, rosters, sexes, stages } from '@zhixing/contract/words.ts'

export type MembersSearch = {
  text?: string
  page?: number
  roster?: keyof typeof rosters
  stage?: keyof typeof stages
  cohort?: keyof typeof cohorts
  sex?: keyof typeof sexes
  tag?: string
  /** A saved audience, by its id; the other filters narrow it. */
  saved?: string
  order?: Draft<EntryOf<'members.list'>>['order']
}

export const orders = { name: '姓名', born: '出生', joined: '入党', organization: '支部' } as const

/** The address is the saved filter; what is not known there is left out. */
export function readMembersSearch(raw: Record<string, unknown>): MembersSearch {
  return {
    ...text('text', raw['text']),
    ...text('tag', raw['tag']),
    ...text('saved', raw['saved']),
    ...(typeof raw['page'] === 'number' && raw['page'] > 1 ? { page: raw['page'] } : {}),
    ...one('roster', rosters, raw['roster']),
    ...one('stage', stages, raw['stage']),
    ...one('cohort', cohorts, raw['cohort']),
    ...one('sex', sexes, raw['sex']),
    ...one('order', orders, raw['order']),
  }
}

/** What the filters ask for, as the server wants it. */
export function chosenBy(search: MembersSearch, saved: Audience = {}) {
  const { text: words, roster, stage, cohort, sex, tag } = search
  const audience: Audience = {
    ...saved,
    ...(roster ? { rosters: [roster] } : {}),
    ...(stage ? { stages: [stage] } : {}),
    ...(cohort ? { cohorts: [cohort] } : {}),
    ...(sex ? { sexes: [sex] } : {}),
    ...(tag ? { tags: [tag] } : {}),
  }
  return { text: words ?? '', audience }
}

export function isFiltered(search: MembersSearch): boolean {
  return Object.keys(search).some((key) => key !== 'page' && key !== 'order')
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const found: { [K in Key]?: string } = {}
  if (typeof value === 'string' && value !== '') found[key] = value
  return found
}

function one<Key extends string, Words extends object>(
  key: Key,
  words: Words,
  value: unknown,
): { [K in Key]?: keyof Words & string } {
  const found: { [K in Key]?: keyof Words & string } = {}
  if (isKey(words, value)) found[key] = value
  return found
}

function isKey<Words extends object>(words: Words, value: unknown): value is keyof Words & string {
  return typeof value === 'string' && value in words
}
