import { dayOf } from '../../../kernel/calendar.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { shortOf } from '../rules/draw.ts'
import { questionsFor } from '../store/bank.ts'
import { keepQuiz } from '../store/quizzes.ts'
import type { Quiz } from '../store/quizzes.ts'

type Form = Pick<
  Quiz,
  | 'title'
  | 'intro'
  | 'kind'
  | 'draws'
  | 'minutes'
  | 'passPercent'
  | 'triesMax'
  | 'retestDays'
  | 'opensOn'
  | 'closesOn'
>
type Contest = {
  readonly contestId: string
  readonly round: number
  readonly admits: number | null
}

/** A quiz that can be drawn from what the bank holds today, within its days. */
export async function layQuiz(
  { tx, now, actor, reach }: Pick<Scene, 'tx' | 'now' | 'actor' | 'reach'>,
  ids: { readonly organizationId: string; readonly quizId: string },
  form: Form & Partial<Contest>,
) {
  const { unitId, path } = await requireLive(tx, reach, ids.organizationId)
  if (form.closesOn < form.opensOn || form.closesOn < dayOf(now)) throw conflict('quizzes.days')
  if (form.kind !== 'speech') {
    if (form.draws.length === 0) throw conflict('quizzes.noDraw')
    const short = shortOf(await questionsFor(tx, path), form.draws)
    if (short)
      throw conflict('quizzes.short', {
        分类: short.draw.category ?? (short.draw.isEssential ? '应知应会' : '全部分类'),
        现有: short.there,
        要: short.draw.count,
      })
  }
  const { organizationId, quizId: id } = ids
  await keepQuiz(tx, { ...form, unitId, id, organizationId, path, byId: actor.accountId, at: now })
  return { unitId, path }
}
