import { dayOf, daysBetween } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { convertHours } from '../../ledgers/index.ts'
import type { Gathered } from '../rules/gathered.ts'
import type { Proposal } from '../store/proposals.ts'
import { findOpenClasses } from './classes.ts'
import { findOpenCourses } from './courses.ts'
import { planNewClasses } from './new-classes.ts'
import { findLacking } from './people.ts'

/** So many visits a branch can make in a week, beside everything else. */
const visitsOfWeek = 2

/** Everything the proposal weighs, as it stands now. */
export async function gather(db: Reader, proposal: Proposal, now: Date): Promise<Gathered> {
  const { path, requirement, until, kinds } = proposal
  const ahead = { path, now, until }
  const people = await findLacking(db, { ...ahead, requirement })
  const seats = kinds.includes('seat') ? await findOpenClasses(db, ahead) : []
  const courses = kinds.includes('course') ? await findOpenCourses(db, ahead) : []
  const newClasses = kinds.includes('newClass') ? await planNewClasses(db, ahead) : []
  const day = dayOf(now)
  const visitStudy = { source: 'homeDelivery', clockMinutes: 60, level: 'branch', days: 1 } as const
  const { minutes } = await convertHours(db, { path, day }, visitStudy)
  const weeks = Math.max(1, Math.floor(daysBetween(day, until) / 7))
  const visit = kinds.includes('visit') ? { minutes, perBranch: weeks * visitsOfWeek } : null
  return { people, seats, courses, newClasses, visit }
}
