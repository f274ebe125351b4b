import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import {
  mentorPairs,
  mentorSessions,
  placements,
  placementTasks,
} from '../modules/mentoring/table.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const pairsMax = 20

/** In some branches the secretary leads a younger member, and another learns by doing. */
export async function plantMentoring(
  { tx, now }: Scene,
  filled: readonly DemoBranch[],
): Promise<void> {
  const today = dayOf(now)
  const span = { from: addDays(today, -120), until: addDays(today, 240) }
  const paired = filled.slice(0, pairsMax).flatMap(({ branch, people, officers }) => {
    const mentor = officers.get('secretary')
    const [learner, placed] = people
      .filter((one) => one !== mentor && !one.excuse && !one.floatingSince)
      .toSorted((one, other) => other.bornOn.localeCompare(one.bornOn))
    if (!mentor || !learner || !placed) return []
    const { unitId, id: organizationId, path } = branch
    const by = { byId: mentor.id, at: startOf(span.from) }
    return [{ own: { unitId, organizationId, path, ...span, ...by }, mentor, learner, placed }]
  })
  const pairs = paired.map(({ own, mentor, learner }) => ({
    ...own,
    id: newId(),
    mentorId: mentor.id,
    learnerId: learner.id,
    goal: '带着做群众工作，学会开会、记录、走访',
  }))
  await insertAll(tx, mentorPairs, pairs)
  await insertAll(
    tx,
    mentorSessions,
    paired.flatMap(({ mentor }, at) => sessionsOf(pairs[at], mentor, today)),
  )
  await plantPlacements(tx, paired, today)
}

type Paired = {
  readonly own: Omit<typeof placements.$inferInsert, 'formId' | 'memberId' | 'host' | 'duty'>
  readonly placed: DemoMember
}

async function plantPlacements(tx: Db, paired: readonly Paired[], today: string): Promise<void> {
  const rows = paired
    .filter((_, at) => at % 2 === 0)
    .map(({ own, placed }) => ({
      ...own,
      id: newId(),
      formId: newId(),
      memberId: placed.id,
      host: '镇便民服务大厅',
      duty: '窗口接待、代办',
    }))
  await insertAll(tx, placements, rows)
  const told = { text: '接待了 26 人次，代办了 4 件事', minutes: 180, reportedOn: today }
  await insertAll(
    tx,
    placementTasks,
    rows.flatMap(({ unitId, id: placementId }) => [
      {
        id: newId(),
        unitId,
        placementId,
        title: '窗口接待一个月',
        dueOn: today,
        state: 'reported' as const,
        ...told,
      },
      {
        id: newId(),
        unitId,
        placementId,
        title: '写一篇体会',
        dueOn: addDays(today, 30),
        state: 'open' as const,
      },
    ]),
  )
}

function sessionsOf(
  pair: { readonly id?: string; readonly unitId: string } | undefined,
  mentor: DemoMember,
  today: string,
) {
  if (!pair?.id) return []
  const { id: pairId, unitId } = pair
  return [90, 50, 12].map((days, at) => ({
    id: newId(),
    unitId,
    pairId,
    formId: newId(),
    on: addDays(today, -days),
    minutes: 60,
    text: '一起走访了三户，学着记民情日记',
    byMemberId: mentor.id,
    byName: mentor.name,
    at: startOf(addDays(today, -days)),
    isTrue: at < 2 ? true : null,
  }))
}
