import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { newToken } from '../../../kernel/token.ts'
import { finishItem, itemsMadeOf } from '../../courses/index.ts'
import { drawPaper } from '../rules/draw.ts'
import { chanceOf, onPaper } from '../rules/judge.ts'
import { settle } from '../steps/settle.ts'
import { paperOf, resultOf } from '../steps/show.ts'
import { admit, isLate, requireOpen, requireQuiz } from '../steps/sitting.ts'
import { questionsFor } from '../store/bank.ts'
import { changeAttempt, holdSittings, keepAttempt } from '../store/quizzes.ts'
import type { Attempt, Quiz } from '../store/quizzes.ts'

/** A paper of one's own, drawn now; or the one that is still open, with what was answered on it. */
export const start = ownAct(contract.quizzes.start, async (scene, key) => {
  const { tx, now, actor } = scene
  const quiz = await requireQuiz(scene, key)
  if (quiz.kind === 'speech') throw conflict('quizzes.speech')
  const sittings = await holdSittings(tx, key, actor.personId)
  const open = sittings.find(({ submittedAt }) => submittedAt === null)
  if (open && !isLate(open, now))
    return { value: paperOf(open, quiz, now), place: actor.place, change: 'none' }
  // Who let the time run out has answered what was saved.
  if (open) await settle(scene, { attempt: open, quiz }, { answers: open.answers, at: open.dueAt })

  const over = open ? await holdSittings(tx, key, actor.personId) : sittings
  const chance = chanceOf(quiz, over.map(bare), dayOf(now))
  if ('reason' in chance) throw conflict(chance.reason, chance.words)
  await admit(tx, quiz, actor.personId, dayOf(now))
  const attempt = await draw(scene, quiz, { phase: chance.phase, over })
  return {
    value: paperOf(attempt, quiz, now),
    place: actor.place,
    change: { subject: `quiz:${quiz.id}`, after: { began: chance.phase, number: attempt.number } },
  }
})

function bare({ phase, isPassed, submittedAt }: Attempt) {
  return { phase, isPassed, submittedOn: submittedAt ? dayOf(submittedAt) : null }
}

async function draw(
  { tx, now, actor }: OwnScene,
  quiz: Quiz,
  { phase, over }: { phase: Attempt['phase']; over: readonly Attempt[] },
): Promise<Attempt> {
  const seed = newToken()
  const seen = new Set(over.flatMap(({ paper }) => paper.map(({ id }) => id)))
  const paper = drawPaper(await questionsFor(tx, quiz.path), quiz.draws, { seed, seen })
  return keepAttempt(tx, {
    unitId: quiz.unitId,
    id: newId(),
    quizId: quiz.id,
    personId: actor.personId,
    personName: actor.name,
    personPath: actor.place.path,
    phase,
    number: over.filter((one) => one.phase === phase).length + 1,
    seed,
    paper,
    startedAt: now,
    dueAt: new Date(now.getTime() + quiz.minutes * 60_000),
  })
}

export const save = ownAct(contract.quizzes.save, async (scene, { answers, ...key }) => {
  const { attempt } = await requireOpen(scene, key)
  if (isLate(attempt, scene.now)) throw conflict('quizzes.late', { 时间: timeOf(attempt.dueAt) })
  const kept = onPaper(attempt.paper, answers)
  await changeAttempt(scene.tx, attempt, { answers: kept })
  return { value: { saved: Object.keys(kept).length }, place: scene.actor.place, change: 'none' }
})

/** Handed in once. What comes after the bell is not read: what was saved before it is. */
export const submit = ownAct(contract.quizzes.submit, async (scene, { answers, ...key }) => {
  const { now, actor } = scene
  const held = await requireOpen(scene, key)
  const { attempt, quiz } = held
  const late = isLate(attempt, now)
  const handed = late ? { answers: attempt.answers, at: attempt.dueAt } : { answers, at: now }
  const settled = await settle(scene, held, handed)
  if (settled.isPassed && attempt.phase === 'first') await finish(scene, quiz, settled)
  const { phase, percent, isPassed } = settled
  const change = { subject: `quiz:${quiz.id}`, after: { phase, percent, isPassed, late } }
  if (late) {
    const refusal = conflict('quizzes.late', { 时间: timeOf(attempt.dueAt) })
    return { refusal, place: actor.place, change }
  }
  return { value: resultOf(settled, quiz, now), place: actor.place, change }
})

/** Where it belongs to a course, that part of the course is done. */
async function finish({ tx, now, actor }: OwnScene, { id }: Quiz, { percent }: Attempt) {
  const { memberId, unitId, place, accountId } = actor
  if (!memberId) return
  const learner = { unitId, memberId, path: place.path, by: accountId, now }
  for (const { item, course } of await itemsMadeOf(tx, actor, { kind: 'quiz', madeId: id }))
    await finishItem(tx, { ...learner, courseId: course.id, itemId: item.id, score: percent ?? 0 })
}

function timeOf(moment: Date): string {
  return moment.toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  })
}
