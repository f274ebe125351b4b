import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing, unreadable } from '../../../kernel/problem.ts'
import { believedSeconds, isDone, reached } from '../rules/progress.ts'
import { finishCourses } from '../steps/learner.ts'
import { changeAttempt, findPlay, hearPlay, lockAttempt } from '../store/attempts.ts'

/** What the content wants to be remembered. Sent twice it counts once; late it counts as far as our clock went on. */
export const commit = ownAct(contract.packages.commit, async ({ tx, now, actor }, input) => {
  const attempt = await lockAttempt(tx, input, actor.personId)
  if (!attempt) throw missing('packages.attempt')
  if (attempt.playId !== input.playId) throw conflict('packages.elsewhere')
  const play = await findPlay(tx, attempt.unitId, input.playId)
  if (!play) throw missing('packages.attempt')
  const { place } = actor
  const { seq, state, seconds } = attempt
  if (input.seq <= seq)
    return { value: { seq, state, seconds, isCourseDone: false }, place, change: 'none' }
  if (!isJson(input.memory)) throw unreadable('packages.memory')

  const elapsed = (now.getTime() - play.heardAt.getTime()) / 1000
  const said = { said: input.seconds, saidBefore: play.saidSeconds, elapsed }
  const next = {
    seq: input.seq,
    state: reached(state, input.state),
    seconds: seconds + believedSeconds(said),
  }
  const isNewlyDone = isDone(next.state) && !attempt.doneAt
  await hearPlay(tx, play, {
    saidSeconds: Math.max(play.saidSeconds, input.seconds),
    heardAt: now,
  })
  await changeAttempt(tx, attempt, {
    ...next,
    memory: input.memory,
    score: input.score ?? attempt.score,
    seenAt: now,
    ...(isNewlyDone ? { doneAt: now } : {}),
  })
  const { unitId, packageId } = attempt
  const isCourseDone =
    isDone(next.state) && (await finishCourses(tx, { actor, now }, { unitId, packageId }))
  return {
    value: { ...next, isCourseDone },
    place,
    change: isNewlyDone
      ? {
          subject: `package:${attempt.packageId}`,
          after: { lesson: attempt.lesson, state: next.state, seconds: next.seconds },
        }
      : 'none',
  }
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
