import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { rowsOf } from '../../../kernel/many.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { digestOf } from '../../../kernel/token.ts'
import type { Banked } from '../rules/draw.ts'
import type { Written } from '../rules/question.ts'
import { quizQuestions } from '../table.ts'

type Owner = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly byId: string
  readonly at: Date
}

/** Keeps what is new of these questions, and says how many that were. */
export async function keepQuestions(
  tx: Db,
  owner: Owner,
  questions: readonly Written[],
): Promise<string[]> {
  if (questions.length === 0) return []
  const rows = questions.map(
    ({ kind, text, options, keys, explanation, category, isEssential }) => ({
      ...owner,
      id: newId(),
      kind,
      text,
      options,
      keys,
      explanation,
      category,
      isEssential,
      digest: sameOf({ kind, text, options }),
      retiredAt: null,
    }),
  )
  const kept = await tx
    .insert(quizQuestions)
    .select(rowsOf(quizQuestions, rows))
    // What was put aside and comes again is asked again, as it is written now.
    .onConflictDoUpdate({
      target: [quizQuestions.unitId, quizQuestions.organizationId, quizQuestions.digest],
      set: {
        retiredAt: sql`null`,
        keys: sql`excluded.keys`,
        explanation: sql`excluded.explanation`,
        category: sql`excluded.category`,
        isEssential: sql`excluded.is_essential`,
      },
      setWhere: sql`quiz_questions.retired_at is not null`,
    })
    .returning({ id: quizQuestions.id })
  return kept.map(({ id }) => id)
}

/** However it is spaced and in whatever order the options stand. */
function sameOf({ kind, text, options }: Pick<Written, 'kind' | 'text' | 'options'>): string {
  return digestOf([kind, bare(text), ...options.map((one) => bare(one.text)).toSorted()].join('\n'))
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '')
}

/** What can be drawn at an organization: its own bank, and those of all above. */
export async function questionsFor(db: Reader, path: string): Promise<Banked[]> {
  return db
    .select({
      id: quizQuestions.id,
      kind: quizQuestions.kind,
      text: quizQuestions.text,
      options: quizQuestions.options,
      keys: quizQuestions.keys,
      explanation: quizQuestions.explanation,
      category: quizQuestions.category,
      isEssential: quizQuestions.isEssential,
    })
    .from(quizQuestions)
    .where(and(isNull(quizQuestions.retiredAt), atOrAbove(path, quizQuestions.path)))
    .orderBy(quizQuestions.id)
}

export async function retireQuestion(
  tx: Db,
  reach: Reach,
  { unitId, questionId, now }: { unitId: string; questionId: string; now: Date },
) {
  const [row] = await tx
    .update(quizQuestions)
    .set({ retiredAt: now })
    .where(
      and(
        eq(quizQuestions.unitId, unitId),
        eq(quizQuestions.id, questionId),
        within(reach, quizQuestions.path),
        isNull(quizQuestions.retiredAt),
      ),
    )
    .returning()
  return row
}
