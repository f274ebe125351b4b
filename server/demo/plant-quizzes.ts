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
  const paperFor = (seed: string) => drawPaper(bank, draws, { seed })
  const people = filled
    .slice(0, branchesMax)
    .flatMap(({ branch, people: all }) =>
      all.filter(() => dice.chance(0.5)).map((one) => ({ ...one, path: branch.path })),
    )
  const rows = people.flatMap((person, at) => {
    const sit = { person, quiz: { unitId, quizId: quiz.id }, now, dice, paperFor }
    if (at % 3 !== 0) return [sittingOf({ ...sit, phase: 'first', daysAgo: 12, skill: 0.8 })]
    return [
      sittingOf({ ...sit, phase: 'first', daysAgo: 40, skill: 0.85 }),
      sittingOf({ ...sit, phase: 'retest', daysAgo: 6, skill: 0.75 }),
    ]
  })
  await insertAll(tx, quizAttempts, rows)
}

type Sitting = {
  readonly person: { readonly id: string; readonly name: string; readonly path: string }
  readonly quiz: { readonly unitId: string; readonly quizId: string }
  readonly now: Date
  readonly dice: Dice
  readonly paperFor: (seed: string) => ReturnType<typeof drawPaper>
  readonly phase: 'first' | 'retest'
  readonly daysAgo: number
  readonly skill: number
}

function sittingOf({ person, quiz, now, dice, paperFor, phase, daysAgo, skill }: Sitting) {
  const seed = `${person.id} ${phase}`
  const paper = paperFor(seed)
  const answers = Object.fromEntries(
    paper.map(({ keys, options }, at) => {
      const wrong = options.find(({ id }) => !keys.includes(id))?.id ?? ''
      return [String(at + 1), dice.chance(skill) ? [...keys] : [wrong]]
    }),
  )
  const { right, percent } = judgePaper(paper, answers)
  const startedAt = new Date(now.getTime() - daysAgo * 86_400_000)
  const submittedAt = new Date(startedAt.getTime() + 8 * 60_000)
  const isFirst = phase === 'first'
  return {
    ...quiz,
    id: newId(),
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
    retestOn: isFirst && percent >= 60 ? addDays(dayOf(submittedAt), 30) : null,
    note: isFirst && dice.chance(0.2) ? '以前只知道大概，这次把组织生活的频次记准了。' : null,
  }
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
