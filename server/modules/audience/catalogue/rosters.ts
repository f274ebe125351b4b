import { employments, posts, rosters } from '@zhixing/contract/words.ts'
import { keysOf } from '@zhixing/contract'
import type { Roster } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'
import { all, any, not, onceADay } from './condition.ts'
import type { Condition, Post, Subject } from './condition.ts'
import { employmentIn, isFloating, postIn } from './position.ts'

const everyPost: readonly Post[] = keysOf(posts)

/**
 * The three rosters. The order decides, so that everybody stands on exactly one: who is away is floating whatever
 * they do there; who holds a post or a job has a post; the others have none.
 */
export function rosterCondition(roster: Roster, day: Day): Condition {
  const hasPost = any([postIn(everyPost, day), employmentIn(['employed'])])
  if (roster === 'floating') return isFloating(day)
  return all([not(isFloating(day)), roster === 'inPost' ? hasPost : not(hasPost)])
}

const conditionsOf = onceADay((day) =>
  keysOf(rosters).map((roster) => ({ roster, ...rosterCondition(roster, day) })),
)

/** On which roster somebody stands, and why. */
export function rosterOf(subject: Subject, day: Day): { roster: Roster; because: string } {
  const found = conditionsOf(day).find(({ holds }) => holds(subject))
  if (!found) throw new Error('the three rosters leave nobody out')
  return { roster: found.roster, because: becauseOf(found.roster, subject) }
}

function becauseOf(roster: Roster, subject: Subject): string {
  const held = subject.posts.map(({ post }) => posts[post])
  const employment = employments[subject.employment]
  if (roster === 'floating') {
    const to = subject.floatingTo === '' ? '' : `，流向${subject.floatingTo}`
    return `${subject.floatingSince} 起外出流动${to}`
  }
  if (roster === 'noPost') return `未任党内职务，从业状况为${employment}`
  return held.length > 0 ? `现任${held.join('、')}` : '从业状况为在职'
}
