import { contract } from '@zhixing/contract'
import { and, asc, count, desc, eq, ilike, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { atOrAbove, covers, inLineWith, reachOf } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { releasedFor } from '../../courses/index.ts'
import { courses } from '../../courses/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { quizQuestions } from '../table.ts'

/** What can be asked at an organization: what it and those below keep, and what those above let it use. */
export const bank = view(contract.quizzes.bank, async ({ db, actor, reach }, input) => {
  const { organizationId, text, category, kind, essential, page, size } = input
  const { organization } = await narrowTo(db, reach, organizationId)
  const { path } = organization
  const there = and(isNull(quizQuestions.retiredAt), inLineWith(path, quizQuestions.path))
  const chosen = and(
    there,
    text ? ilike(quizQuestions.text, containing(text)) : undefined,
    category ? eq(quizQuestions.category, category) : undefined,
    kind ? eq(quizQuestions.kind, kind) : undefined,
    essential ? eq(quizQuestions.isEssential, true) : undefined,
  )
  const rows = await db
    .select({ row: quizQuestions, organizationName: organizations.name })
    .from(quizQuestions)
    .innerJoin(organizations, eq(organizations.id, quizQuestions.organizationId))
    .where(chosen)
    .orderBy(asc(quizQuestions.category), desc(quizQuestions.at), asc(quizQuestions.id))
    .limit(size)
    .offset((page - 1) * size)
  return {
    rows: rows.map(({ row, organizationName }) => ({
      unitId: row.unitId,
      questionId: row.id,
      organizationName,
      kind: row.kind,
      text: row.text,
      options: [...row.options],
      keys: [...row.keys],
      explanation: row.explanation,
      category: row.category,
      isEssential: row.isEssential,
    })),
    total: await db.$count(quizQuestions, chosen),
    categories: await categoriesOf(db, there),
    mayKeep: covers(reachOf(actor.appointments, 'quizzes.keep'), path),
  }
})

const categoriesMost = 200

async function categoriesOf(db: Reader, there: ReturnType<typeof and>) {
  return db
    .select({
      name: quizQuestions.category,
      count: count(),
      essential: sql<number>`(count(*) filter (where ${quizQuestions.isEssential}))::int`,
    })
    .from(quizQuestions)
    .where(there)
    .groupBy(quizQuestions.category)
    .orderBy(quizQuestions.category)
    .limit(categoriesMost)
}

const essentialTag = '应知应会'

/** What everybody must know, to be leafed through, with the courses that belong to it. */
export const essentials = ownView(
  contract.quizzes.essentials,
  async ({ db, actor }, { category, page, size }) => {
    const { path } = actor.place
    const there = and(
      isNull(quizQuestions.retiredAt),
      eq(quizQuestions.isEssential, true),
      atOrAbove(path, quizQuestions.path),
    )
    const chosen = and(there, category ? eq(quizQuestions.category, category) : undefined)
    const rows = await db
      .select()
      .from(quizQuestions)
      .where(chosen)
      .orderBy(asc(quizQuestions.category), asc(quizQuestions.id))
      .limit(size)
      .offset((page - 1) * size)
    return {
      rows: rows.map(({ id, text, options, keys, explanation, category: name }) => ({
        questionId: id,
        category: name,
        text,
        answer: options.filter((option) => keys.includes(option.id)).map((option) => option.text),
        explanation,
      })),
      total: await db.$count(quizQuestions, chosen),
      categories: (await categoriesOf(db, there)).map(({ name, count: all }) => ({
        name,
        count: all,
      })),
      courses: await db
        .select({ courseId: courses.id, title: courses.title })
        .from(courses)
        .innerJoin(organizations, eq(organizations.id, courses.organizationId))
        .where(and(releasedFor(path), sql`${courses.tags} ? ${essentialTag}`))
        .orderBy(desc(courses.publishedAt))
        .limit(50),
    }
  },
)
