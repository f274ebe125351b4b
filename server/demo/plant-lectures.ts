import { and, eq, inArray } from 'drizzle-orm'
import { addMonths, dayOf, monthOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities } from '../modules/activities/table.ts'
import { lectureTurns } from '../modules/lectures/table.ts'
import { memberTags } from '../modules/members/table.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

const voices = [
  { speaker: 'frontline', lectureType: 'lesson' },
  { speaker: 'model', lectureType: 'history' },
  { speaker: 'leader', lectureType: 'policy' },
  { speaker: 'lecturer', lectureType: 'history' },
] as const

/** Who spoke where, who counts as a leading cadre, and whose turn comes. */
export async function plantLectures(
  { tx, now }: { readonly tx: Db; readonly now: Date },
  filled: readonly DemoBranch[],
): Promise<void> {
  const lectures = eq(activities.kind, 'lecture')
  await tx.update(activities).set({ speaker: 'secretary', lectureType: 'lesson' }).where(lectures)
  for (const [at, voice] of voices.entries()) {
    const ids = filled.filter((_, index) => index % 9 === at * 2).map(({ branch }) => branch.id)
    // Four statements in all.
    // oxlint-disable-next-line no-await-in-loop
    await tx
      .update(activities)
      .set(voice)
      .where(and(lectures, inArray(activities.organizationId, ids)))
  }
  const seen = filled.filter(({ people }) => people.length > 3)
  const byId = filled[0]?.branch.id ?? newId()
  await insertAll(
    tx,
    memberTags,
    seen
      .filter(({ branch }, at) => branch.sector === 'agency' && at % 3 === 0)
      .flatMap(({ branch, people: [leader] }) =>
        leader
          ? [
              {
                id: newId(),
                unitId: branch.unitId,
                memberId: leader.id,
                tag: '党员领导干部',
                byId,
                at: now,
              },
            ]
          : [],
      ),
  )
  const month = monthOf(addMonths(dayOf(now), 1))
  await insertAll(
    tx,
    lectureTurns,
    seen.flatMap(({ branch, people }, at) => {
      const person = people[(at % (people.length - 1)) + 1]
      if (!person || person.stage !== 'full' || person.excuse) return []
      const { unitId, id: organizationId } = branch
      return [{ id: newId(), unitId, organizationId, month, memberId: person.id, byId, at: now }]
    }),
  )
}
