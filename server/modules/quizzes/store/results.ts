import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { quizAttempts } from '../table.ts'
import type { Quiz } from './quizzes.ts'

/** What one person made of a quiz: no more than a figure or two, for there may be ten thousand of them. */
export type Standing = {
  readonly personPath: string
  readonly bestId: string
  readonly notedId: string
  readonly percent: number
  readonly isPassed: boolean
  readonly retestPercent: number | null
}

function handedIn({ unitId, id }: Quiz, below: Reach) {
  return and(
    eq(quizAttempts.unitId, unitId),
    eq(quizAttempts.quizId, id),
    within(below, quizAttempts.personPath),
    isNotNull(quizAttempts.submittedAt),
  )
}

/** Of the first tries the best, of equal ones the earlier. */
const bestFirst = sql`order by ${quizAttempts.percent} desc nulls last, ${quizAttempts.startedAt}`

/** The best try of everybody, how the repetition went, and where they wrote a note. */
export async function findStandings(db: Reader, quiz: Quiz, below: Reach): Promise<Standing[]> {
  const { id, personId, personPath, percent, phase, isPassed, note, startedAt } = quizAttempts
  const first = sql`filter (where ${phase} = 'first')`
  const best = sql<string | null>`(array_agg(${id} ${bestFirst}) ${first})[1]`
  const path = sql<string>`min(${personPath})`
  const rows = await db
    .select({
      personPath: path,
      bestId: best,
      notedId: sql<string | null>`(array_agg(${id} order by ${startedAt} desc)
        filter (where ${note} is not null))[1]`,
      percent: sql<number>`coalesce((array_agg(${percent} ${bestFirst}) ${first})[1], 0)`,
      isPassed: sql<boolean>`coalesce((array_agg(${isPassed} ${bestFirst}) ${first})[1], false)`,
      retestPercent: sql<number | null>`(array_agg(${percent} order by ${startedAt})
        filter (where ${phase} = 'retest'))[1]`,
    })
    .from(quizAttempts)
    .where(handedIn(quiz, below))
    .groupBy(personId)
    .orderBy(path, sql`min(${startedAt})`, personId)
  return rows.flatMap(({ bestId, notedId, ...row }) =>
    bestId ? [{ ...row, bestId, notedId: notedId ?? bestId }] : [],
  )
}

const shownHardest = 10

/** Which questions fewest of those who were asked knew, by their best papers; papers stay in the database. */
export async function hardestIn(db: Reader, quiz: Quiz, below: Reach) {
  const { personId, paper, answers, phase } = quizAttempts
  const best = db
    .select({
      paper: sql`${paper}`.as('paper'),
      answers: sql`${answers}`.as('answers'),
      place: sql`row_number() over (partition by ${personId} ${bestFirst})`.as('place'),
    })
    .from(quizAttempts)
    .where(and(handedIn(quiz, below), eq(phase, 'first')))
    .as('best')
  const given = sql`coalesce(best.answers -> asked.at::text, '[]')`
  const keys = sql`(asked.question -> 'keys')`
  const known = sql`(${given} @> ${keys} and ${keys} @> ${given})`
  const knownPercent = sql<number>`round(100.0 * count(*) filter (where ${known}) / count(*))::int`
  return db
    .select({
      text: sql<string>`min(asked.question ->> 'text')`,
      asked: sql<number>`count(*)::int`,
      knownPercent,
    })
    .from(best)
    .innerJoin(
      sql`jsonb_array_elements(best.paper) with ordinality as asked (question, at)`,
      sql`true`,
    )
    .where(sql`best.place = 1`)
    .groupBy(sql`asked.question ->> 'id'`)
    .orderBy(knownPercent, sql`asked.question ->> 'id'`)
    .limit(shownHardest)
}
