import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { digestOf, newToken } from '../../../kernel/token.ts'
import { requireLearnable } from '../steps/learner.ts'
import { beginAttempt, keepPlay } from '../store/attempts.ts'

const playMillis = 12 * 3_600_000

/** Opens a lesson where it was left; whatever else had it open may look on, but no longer write. */
export const open = ownAct(contract.packages.open, async ({ tx, now, actor, vault }, input) => {
  const found = await requireLearnable(tx, actor, input)
  const lesson = found.lessons.find(({ identifier }) => identifier === input.lesson)
  if (!lesson) throw conflict('packages.lesson', { 名称: found.title })

  const { unitId, id: packageId } = found
  const playId = newId()
  const person = { personId: actor.personId, personName: actor.name, personPath: actor.place.path }
  const attempt = await beginAttempt(tx, {
    unitId,
    id: newId(),
    packageId,
    lesson: lesson.identifier,
    ...person,
    playId,
    startedAt: now,
    seenAt: now,
  })
  const token = newToken(vault)
  const until = { openedAt: now, heardAt: now, expiresAt: new Date(now.getTime() + playMillis) }
  const origin = new URL(input.origin).origin
  const ids = { unitId, id: playId, packageId, attemptId: attempt.id }
  await keepPlay(tx, { ...ids, tokenHash: digestOf(token), origin, ...until })
  const { state, memory, seconds, seq } = attempt
  const { launch, launchData, masteryScore, isAsset } = lesson
  return {
    value: {
      unitId,
      attemptId: attempt.id,
      playId,
      token,
      standard: found.standard,
      launch,
      launchData,
      masteryScore,
      isAsset,
      state,
      memory,
      seconds,
      seq,
      title: lesson.title,
    },
    place: actor.place,
    change: { subject: `package:${packageId}`, after: { opened: lesson.identifier } },
  }
})
