import { dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { convertHours, postHours } from '../modules/ledgers/index.ts'
import type { Posting } from '../modules/ledgers/index.ts'
import type { Dice } from './dice.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Course = {
  readonly title: string
  /** "04-16" */
  readonly date: string
  readonly days: number
  readonly level: 'county' | 'committee'
  readonly comes: (person: DemoMember, officers: ReadonlySet<string>, dice: Dice) => boolean
}

/** What the county and its committees taught this year, as their certificates were entered. */
const courses: readonly Course[] = [
  {
    title: '全县党支部书记、委员集中轮训班',
    date: '04-16',
    days: 1,
    level: 'county',
    comes: ({ id }, officers, dice) => officers.has(id) && dice.chance(0.9),
  },
  {
    title: '党员春训示范班',
    date: '03-12',
    days: 1,
    level: 'committee',
    comes: ({ excuse, floatingSince, zeal }, _, dice) =>
      !excuse && !floatingSince && dice.chance(zeal * 0.55),
  },
]

const fullDayClock = 480

export async function plantClasses(
  { tx, now }: Scene,
  filled: readonly DemoBranch[],
  dice: Dice,
): Promise<void> {
  const [first] = filled
  const today = dayOf(now)
  const held = courses
    .map((course) => ({ ...course, day: `${yearOf(today)}-${course.date}` }))
    .filter(({ day }) => day < today)
  if (!first) return

  for (const { title, day, days, level, comes } of held) {
    const study = { source: 'class', clockMinutes: fullDayClock * days, level, days } as const
    const worth = await convertHours(tx, { path: first.branch.path, day }, study)
    const sourceId = newId()
    const postings: Posting[] = filled.flatMap(({ people, officers, branch }) => {
      const posts = new Set([...officers.values()].map(({ id }) => id))
      return people
        .filter((person) => person.joinedOn <= day && comes(person, posts, dice))
        .map(({ id: memberId }) => ({
          ...worth,
          unitId: branch.unitId,
          memberId,
          day,
          source: 'class' as const,
          sourceId,
          title,
          category: 'theory',
          level,
          key: `class:${sourceId}`,
          postedBy: sourceId,
          at: now,
        }))
    })
    await postHours(tx, postings)
  }
}
