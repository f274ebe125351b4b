import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import type { SurveyPlan } from '@zhixing/contract'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { keep } from '../modules/surveys/acts/keep.ts'
import { open } from '../modules/surveys/acts/open.ts'
import { plant, plantCaller } from './world.ts'
import type { Person } from './world.ts'

/** Five young and three old members in a branch, and a survey about them that is still to be sent. */
export async function plantAsked(db: Db) {
  const world = await plant(db)
  const people: Person[] = []
  for (const year of ['1998', '1999', '2000', '2001', '2002', '1940', '1941', '1942'])
    // A few people, one after another, so that their order is known.
    // oxlint-disable-next-line no-await-in-loop
    people.push(await plantCaller(db, world.east, { bornOn: `${year}-01-01`, name: `王${year}` }))

  async function plan(changes: Partial<SurveyPlan> = {}) {
    const surveyId = newId()
    const form = {
      organizationId: world.county.id,
      surveyId,
      version: 0,
      kind: 'needs' as const,
      definition: surveyTemplates.needs,
      isAnonymous: false,
      breakdown: 'age' as const,
      audience: { organizationIds: [world.east.id] },
      quotas: [],
      from: '2026-06-01',
      until: '2026-06-30',
      ...changes,
    }
    const { version, unitId } = await keep(world.organizer, form)
    const key = { unitId, surveyId }
    return { key, form, send: () => open(world.organizer, { ...key, version }) }
  }
  return { ...world, people, plan }
}

export const wish = { topics: ['topics-5'], way: 'way-2', time: 'time-1' }
