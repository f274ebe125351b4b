import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { cancel } from '../modules/activities/acts/cancel.ts'
import { plan } from '../modules/activities/acts/plan.ts'
import { draftPlan } from '../modules/activities/views/draft.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { showMonth } from '../modules/meetings/views/month.ts'
import { db } from '../testing/database.ts'
import { plant } from '../testing/world.ts'

test('the calendar suggests an activity on each commemorative day, one press plans from it, and the day is taken [S4-21]', async () => {
  const { east, secretary } = await plant(db)
  const asked = { organizationId: east.id, month: '2026-07' }
  const before = await showMonth(secretary, asked)
  expect(before.occasions.map(({ key, day, planned }) => [key, day, planned])).toEqual([
    ['julyFirst', '2026-07-01', null],
    ['julySeventh', '2026-07-07', null],
  ])

  const draft = await draftPlan(secretary, {
    ...asked,
    kind: 'themeDay',
    groupId: null,
    occasion: 'julyFirst',
  })
  expect(draft.plan).toMatchObject({
    title: '“七一”主题党日',
    month: '2026-07',
    startsAt: '2026-07-01T01:00:00.000Z',
    method: 'field',
    occasion: 'julyFirst',
  })
  expect(draft.plan.agenda[0]?.title).toContain('红色旧址现场教学')
  const form = { activityId: newId(), organizationId: east.id, groupId: null }
  const key = await plan(secretary, { ...draft.plan, ...form, kind: 'themeDay' })
  expect((await showActivity(secretary, key)).occasion).toBe('julyFirst')

  const [first, second] = (await showMonth(secretary, asked)).occasions
  expect(first?.planned).toEqual({ ...key, title: '“七一”主题党日' })
  expect(second?.planned).toBeNull()
  await cancel(secretary, { ...key, reason: '改期' })
  expect((await showMonth(secretary, asked)).occasions[0]?.planned).toBeNull()
})

test('a month without such a day suggests none, and the next year has its own', async () => {
  const { east, secretary } = await plant(db)
  const none = await showMonth(secretary, { organizationId: east.id, month: '2026-02' })
  expect(none.occasions).toEqual([])
  const later = await showMonth(secretary, { organizationId: east.id, month: '2027-04' })
  expect(later.occasions.map(({ day }) => day)).toEqual(['2027-04-05', '2027-04-15'])
})
