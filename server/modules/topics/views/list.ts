import { contract } from '@zhixing/contract'
import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayOf } from '../../../kernel/calendar.ts'
import { inLineWith } from '../../../kernel/reach.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { tallyBranches } from '../catalogue/studied.ts'
import { narrowed, stateOf, sumOf } from '../rules.ts'
import { audiencesOf } from '../store.ts'
import { studyTopics, topicAudiences } from '../table.ts'
import { topicStates } from './topics.ts'
import { overview } from '../../overviews/index.ts'

const places = alias(organizations, 'places')

/** What was asked of this place, or of anything below it; the next to be done first. */
export const listTopics = overview(
  contract.topics.list,
  async ({ db, now, reach }, { organizationId, onlyOpen, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const aimed = db
      .select({ id: topicAudiences.topicId })
      .from(topicAudiences)
      .innerJoin(places, eq(places.id, topicAudiences.organizationId))
      .where(inLineWith(path, places.path))
    const chosen = and(
      inArray(studyTopics.id, aimed),
      onlyOpen ? and(isNull(studyTopics.withdrawnAt), gte(studyTopics.dueOn, day)) : undefined,
    )
    const rows = await db
      .select({ topic: studyTopics, from: organizations.name })
      .from(studyTopics)
      .innerJoin(organizations, eq(organizations.id, studyTopics.organizationId))
      .where(chosen)
      .orderBy(sql`${studyTopics.dueOn} < ${day}`, desc(studyTopics.dueOn), desc(studyTopics.id))
      .limit(size)
      .offset((page - 1) * size)

    const audiences = await audiencesOf(
      db,
      rows.map(({ topic }) => topic.id),
    )
    const states = await topicStates(db, rows)
    const tallies = await Promise.all(
      rows.map(async ({ topic: { id } }) => {
        const paths = narrowed(audiences.get(id) ?? [], path)
        return sumOf(await tallyBranches(db, { topicId: id, paths, day }))
      }),
    )
    return {
      total: await db.$count(studyTopics, chosen),
      rows: rows.flatMap(({ topic }, at) => {
        const [state, tally] = [states[at], tallies[at]]
        return state && tally ? { ...state, tally, state: stateOf(topic, tally, day) } : []
      }),
    }
  },
)
