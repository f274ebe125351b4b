import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { countDue } from '../store/census.ts'
import type { Census } from '../store/started.ts'

/** How many of a round nobody has spoken for. */
export async function countOpen(db: Reader, census: Census, day: Day): Promise<number> {
  const { people, confirmed } = await countDue(db, census, { path: census.path, day })
  return people - confirmed
}
