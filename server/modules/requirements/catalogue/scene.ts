import type { RequirementKey } from '@zhixing/contract'
import { dayOf, daysIn, monthOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { fullDay } from '../../../kernel/words.ts'
import { narrowTo } from '../../organizations/index.ts'
import { ruleName, sayValue } from '../../rules/index.ts'
import { frameAt } from './frame.ts'
import type { Frame, FrameKey } from './frame.ts'
import { requirementOf } from './index.ts'
import type { Requirement } from './declare.ts'
import { requirementNames } from '@zhixing/contract/learning-words.ts'

type Asked = {
  readonly organizationId: string
  readonly requirement: RequirementKey
  readonly year?: number | undefined
}

type From = { readonly db: Reader; readonly now: Date; readonly reach: Reach }

/** What every page about an organization begins with: the place, the year, and what is asked there. */
export async function sceneAt({ db, now, reach }: From, asked: Asked) {
  const { organization } = await narrowTo(db, reach, asked.organizationId)
  const { path, unitId } = organization
  const frame = await frameAt(db, { path, year: asked.year, now, today: dayOf(now) })
  const requirement = requirementOf(asked.requirement)
  return {
    organization,
    place: { unitId, path },
    frame,
    requirement,
    head: {
      organizationName: organization.name,
      requirement: askedOf(requirement, frame),
      year: frame.year,
      day: frame.day,
    },
  }
}

/** The requirement as people read it, with what holds at the place they look from. */
export function askedOf({ key, measure, rule, sentence, ask }: Requirement, frame: Frame) {
  const answer = rule === null ? undefined : frame.regions.at(-1)?.[rule]
  const value = answer && rule ? sayValue(rule, answer.value) : ''
  const said = ask?.(frame)
  return {
    key,
    name: requirementNames[key],
    measure,
    sentence: sentence.replace('{值}', value),
    clause: answer?.clause ?? said?.clause ?? '',
    since: answer?.from ?? said?.since ?? '',
  }
}

/** A rule as a derivation names it: what, how much, by which clause, since when, and whose. */
export function appliedOf(key: FrameKey, { regions }: Frame) {
  const answer = regions.at(-1)?.[key]
  const owner = answer?.ownerName ? `（${answer.ownerName}）` : ''
  return {
    name: ruleName(key),
    value: answer ? sayValue(key, answer.value) : '',
    clause: `${answer?.clause ?? ''}${owner}`,
    since: answer ? `${fullDay(answer.from)}起` : '',
  }
}

/** Where somebody who owes the whole year should stand on the day. */
export function dueOfFullYear({ measure, rule, years = 1 }: Requirement, { regions, day }: Frame) {
  const isOfRule = measure === 'minutes' && rule !== null
  const whole = isOfRule ? (regions.at(-1)?.[rule].value ?? 0) : 0
  const value = Math.floor(whole / years)
  const length = daysIn(monthOf(day))
  const gone = (Number(day.slice(5, 7)) - 1) * length + Number(day.slice(8))
  return { dueYearMinutes: value, dueNowMinutes: Math.floor((value * gone) / (12 * length)) }
}
