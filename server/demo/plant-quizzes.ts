import { addDays, dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { keepQuestions, questionsFor } from '../modules/quizzes/store/bank.ts'
import { drawPaper } from '../modules/quizzes/rules/draw.ts'
import { judgePaper } from '../modules/quizzes/rules/judge.ts'
import { quizAttempts, quizContests, quizzes } from '../modules/quizzes/table.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'
import { demoQuestions } from './questions.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const branchesMax = 8
const byId = '00000000-0000-4000-8000-000000000000'

/** A bank that everybody must know, a quiz that some have answered twice, and a contest in its first round. */
export async function plantQuizzes(
  { tx, now }: Scene,
  county: DemoOrganization,
  { filled, dice }: { filled: readonly DemoBranch[]; dice: Dice },
): Promise<void> {
  const { id: organizationId, unitId, path } = county
  const owner = { unitId, organizationId, path, byId, at: now }
  await keepQuestions(tx, owner, demoQuestions.map(questionOf))
  const today = dayOf(now)
  const draws = [{ category: null, isEssential: true, count: 10 }]
  const common = { ...owner, intro: '', draws, minutes: 20, passPercent: 60, triesMax: 2 }
  const quiz = {
    ...common,
    id: newId(),
    kind: 'essential' as const,
    title: '党员应知应会测验',
    retestDays: 30,
    opensOn: addDays(today, -45),
    closesOn: addDays(today, 15),
  }
  const contestId = newId()
  const round = {
    ...common,
    id: newId(),
    kind: 'contest' as const,
    title: '初赛',
    triesMax: 1,
    opensOn: addDays(today, -3),
    closesOn: addDays(today, 10),
    contestId,
    round: 1,
  }
  const contest = {
    unitId,
    id: contestId,
    organizationId,
    path,
    title: '党史知识竞赛',
    byId,
    at: now,
  }
  await tx.insert(quizContests).values(contest)
  await tx.insert(quizzes).values([quiz, round])

  const bank = await questionsFor(tx, path)
  const people = filled
    .slice(0, branchesMax)
    .flatMap(({ branch, people: all }) =>
      all.filter(() => dice.chance(0.5)).map((one) => ({ ...one, path: branch.path })),
    )
  const rows = people.flatMap((person, at) => {
    const sit = (phase: 'first' | 'retest', daysAgo: number, skill: number) => {
      const seed = `${person.id} ${phase}`
      const paper = drawPaper(bank, draws, { seed })
      const answers = Object.fromEntries(
        paper.map(({ keys, options }, place) => {
          const wrong = options.find(({ id }) => !keys.includes(id))?.id ?? ''
          return [String(place + 1), dice.chance(skill) ? [...keys] : [wrong]]
        }),
      )
      const startedAt = new Date(now.getTime() - daysAgo * 86_400_000)
      const { right, percent } = judgePaper(paper, answers)
      const submittedAt = new Date(startedAt.getTime() + 8 * 60_000)
      return {
        unitId,
        id: newId(),
        quizId: quiz.id,
        personId: person.id,
        personName: person.name,
        personPath: person.path,
        phase,
        number: 1,
        seed,
        paper,
        answers,
        startedAt,
        dueAt: new Date(startedAt.getTime() + 20 * 60_000),
        submittedAt,
        right,
        percent,
        isPassed: percent >= 60,
        retestOn: phase === 'first' && percent >= 60 ? addDays(dayOf(submittedAt), 30) : null,
        note:
          at % 5 === 0 && phase === 'first' ? '以前只知道大概，这次把组织生活的频次记准了。' : null,
      }
    }
    return at % 3 === 0 ? [sit('first', 40, 0.85), sit('retest', 6, 0.75)] : [sit('first', 12, 0.8)]
  })
  await insertAll(tx, quizAttempts, rows)
}

function questionOf([kind, text, options, explanation]: (typeof demoQuestions)[number]) {
  return {
    kind,
    text,
    options: options.map((option, at) => ({ id: 'ABCD'[at] ?? '', text: option })),
    keys: ['A'],
    explanation,
    category: '党务常识',
    isEssential: true,
  }
}
