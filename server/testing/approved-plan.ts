import { expect } from 'vitest'
import { newId } from '../kernel/ids.ts'
import type { Visitor } from './browsing.ts'
import { goal, itemOf } from './plans.ts'
import type { World } from './world.ts'

const topic = {
  id: newId(),
  heading: 'theory' as const,
  title: '党的创新理论',
  minMinutes: 960,
  audience: {},
  isMandatory: true,
}

const sheet = (sum: number) =>
  `党组织\t党组织书记\t合计\r\n东支部\t2\t2\r\n西支部\t1\t1\r\n合计\t${sum}\t${sum}\r\n`

/** Written, its quotas pasted from a sheet that adds up, and approved. */
export async function makePlan(organizer: Visitor, { county }: World) {
  const key = { unitId: county.unitId, planId: newId() }
  const years = { fromYear: 2026, untilYear: 2026 }
  const title = '2026年党员教育培训计划'
  const begun = { ...years, title, kind: 'annual' as const, organizationId: county.id }
  await organizer.command('plans.draft', { ...begun, planId: key.planId })
  const facts = { title, expected: '', qualityTarget: 80, goals: [goal], problems: [], basis: [] }
  const { version } = await organizer.command('plans.save', {
    ...key,
    ...years,
    ...facts,
    version: 0,
    topics: [topic],
    projects: [],
  })
  const itemId = newId()
  const words = {
    title: '支部书记轮训',
    heading: 'theory',
    mode: 'lecture',
    type: 'basics',
  } as const
  const size = { sessions: 1, persons: 3, minutes: 1440, audience: {} }
  await organizer.command('plans.saveItem', {
    ...itemOf({ ...words, ...size }),
    ...key,
    itemId,
    version: null,
  })
  const paste = { ...key, year: 2026, version }
  const wrong = await organizer.attempt('plans.pasteQuotas', { ...paste, text: sheet(4) })
  expect([wrong.statusCode, wrong.json()]).toMatchObject([
    422,
    { message: expect.stringContaining('合计') as unknown },
  ])
  const kept = await organizer.command('plans.pasteQuotas', { ...paste, text: sheet(3) })
  expect(kept).toMatchObject({ cells: 2, persons: 3 })
  await organizer.command('plans.submit', { ...key, version: kept.version })
  await organizer.command('plans.decide', { ...key, step: 'approve', outcome: 'approve' })
  return { key, itemId }
}
