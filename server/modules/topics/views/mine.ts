import { contract } from '@zhixing/contract'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayOf } from '../../../kernel/calendar.ts'
import { atOrAbove } from '../../../kernel/reach.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { findOwn } from '../catalogue/studied.ts'
import { studyTopics, topicAudiences } from '../table.ts'
import { topicStates } from './topics.ts'

const places = alias(organizations, 'places')

/** What was asked of my branch, the latest deadline first, and how I came to study it. */
export const listMine = ownView(
  contract.topics.mine,
  async ({ db, now, actor }, { page, size }) => {
    const { memberId, place } = actor
    if (!memberId) return { rows: [], total: 0 }
    const aimed = db
      .select({ id: topicAudiences.topicId })
      .from(topicAudiences)
      .innerJoin(places, eq(places.id, topicAudiences.organizationId))
      .where(atOrAbove(place.path, places.path))
    const chosen = and(inArray(studyTopics.id, aimed), isNull(studyTopics.withdrawnAt))
    const rows = await db
      .select({ topic: studyTopics, from: organizations.name })
      .from(studyTopics)
      .innerJoin(organizations, eq(organizations.id, studyTopics.organizationId))
      .where(chosen)
      .orderBy(desc(studyTopics.dueOn), desc(studyTopics.id))
      .limit(size)
      .offset((page - 1) * size)
    const states = await topicStates(db, rows)
    const day = dayOf(now)
    return {
      total: await db.$count(studyTopics, chosen),
      rows: await Promise.all(
        states.map(async (state) => {
          const own = await findOwn(db, state.topicId, { path: place.path, memberId, day })
          return { ...state, way: own?.way ?? null, on: own?.on ?? null, note: own?.note ?? '' }
        }),
      ),
    }
  },
)
