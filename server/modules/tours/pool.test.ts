import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { lecturerDraft, plantResource, roomDraft } from '../../testing/resources.ts'
import { plant } from '../../testing/world.ts'
import { planTrip } from './acts/plan.ts'
import { cancelTrip } from './acts/record.ts'
import { offer, startSeries } from './acts/requests.ts'
import { listSeries } from './views/coverage.ts'

const june = [{ from: '2026-06-01', until: '2026-06-30' }]

const offerOf = (organizationId: string, resourceId: string) => ({
  organizationId,
  formId: newId(),
  lecturerName: '林老师',
  lecturerRole: 'partySchool' as const,
  lecturerId: null,
  resourceId,
  topics: ['新思想'],
  windows: june,
  tripsMax: 4,
  note: '',
})
const tripOf = (changes: { organizationId: string; venueId: string }) => ({
  formId: newId(),
  offerId: null as string | null,
  seriesId: null as string | null,
  topic: '新思想',
  place: '大讲堂',
  lecturerName: '李镇长',
  lecturerRole: 'department' as const,
  mode: 'lecture' as const,
  startsAt: '2026-06-02T01:00:00Z',
  endsAt: '2026-06-02T03:00:00Z',
  ...changes,
})

test('[S2-12] a lecture hall is a venue of the pool with a series: each session books the hall and its lecturer', async () => {
  const { organizer, county, east } = await plant(db)
  const hallDraft = {
    ...roomDraft,
    name: '“三新”大讲堂',
    isShared: true,
    details: {
      kind: 'room' as const,
      type: 'lectureHall' as const,
      openingRules: '',
      equipment: [],
      criteria: '',
    },
  }
  const hall = await plantResource(organizer, county.id, hallDraft)
  const pool = await plantResource(organizer, county.id, lecturerDraft)
  const { seriesId } = await startSeries(organizer, {
    organizationId: county.id,
    formId: newId(),
    title: '“三新”大讲堂',
    level: null,
    sectors: [],
    sessionsWanted: 12,
    from: '2026-01-01',
    until: '2026-12-31',
  })
  const { offerId } = await offer(organizer, offerOf(county.id, pool.resourceId))
  const session = tripOf({ organizationId: county.id, venueId: hall.resourceId })
  const first = await planTrip(organizer, { ...session, seriesId, offerId })
  const elsewhere = tripOf({ organizationId: east.id, venueId: hall.resourceId })
  await expectRefusal(planTrip(organizer, elsewhere), 'resources.taken')
  const { rows } = await listSeries(organizer, { organizationId: county.id, page: 1, size: 50 })
  expect(rows).toMatchObject([{ title: '“三新”大讲堂', planned: 1 }])
  await cancelTrip(organizer, { ...first, reason: '改期' })
  await planTrip(organizer, elsewhere)
  await expectRefusal(offer(organizer, offerOf(county.id, newId())), 'resources.unknown')
  const abroad = await plant(db)
  const stranger = await plantResource(abroad.organizer, abroad.county.id, lecturerDraft)
  const foreign = offerOf(county.id, stranger.resourceId)
  await expectRefusal(offer(organizer, foreign), 'resources.unknown')
})

test('the same form sent twice, at once or later, plans one trip and books its lecturer once', async () => {
  const { organizer, county, east } = await plant(db)
  const hall = await plantResource(organizer, county.id, { ...roomDraft, isShared: true })
  const pool = await plantResource(organizer, county.id, lecturerDraft)
  const { offerId } = await offer(organizer, offerOf(county.id, pool.resourceId))
  const form = { ...tripOf({ organizationId: east.id, venueId: hall.resourceId }), offerId }
  const formId = newId()
  const planned = await Promise.all([1, 2].map(() => planTrip(organizer, { ...form, formId })))
  const again = await planTrip(organizer, { ...form, formId })
  expect(new Set([...planned, again].map(({ tripId }) => tripId)).size).toBe(1)
  const nowhere = { ...form, formId: newId(), venueId: newId() }
  await expectRefusal(planTrip(organizer, nowhere), 'resources.unknown')
  const next = { ...form, formId: newId() }
  await expectRefusal(planTrip(organizer, next), 'tours.busy')
})
