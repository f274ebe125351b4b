import { expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { finished, planned } from '../../../testing/theme-day.ts'
import { noon, plant, plantCaller, plantMember } from '../../../testing/world.ts'
import type { Person } from '../../../testing/world.ts'
import { reopen } from './reopen.ts'
import { showActivity } from '../views/show.ts'
import { bringRoll } from './bring-roll.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { mark } from './mark.ts'

const minute = 60_000

type Said = { memberId: string; mark: 'present' | 'excused' | 'absent' | null; ago: number }

function at(person: Person, minutes: number): Person {
  return { ...person, now: () => new Date(noon.getTime() + minutes * minute) }
}

async function plantMeeting() {
  const world = await plant(db)
  const key = await planned(world.secretary, world.east.id)
  const bring = (person: Person, ...marks: Said[]) =>
    bringRoll(person, {
      ...key,
      marks: marks.map(({ ago, ...said }) => ({
        ...said,
        agoMs: ago * minute,
        isRemote: false,
        note: '',
      })),
    })
  const entry = async (memberId: string) => {
    const { roll } = await showActivity(world.secretary, key)
    return roll.find((one) => one.memberId === memberId)
  }
  const say = async (person: Person, memberId: string, value: Said['mark']) =>
    mark(person, { ...key, memberId, mark: value, isRemote: false, note: '' })
  return { ...world, key, bring, entry, say }
}

test('what two people called meanwhile is merged by person: the later word stands, the trace keeps both', async () => {
  const { secretary, bring, entry, say, ...world } = await plantMeeting()
  const other = await plantCaller(db, world.east, { office: 'secretary', name: '副书记' })
  const [early, late, both, left] = await Promise.all(
    ['早改', '晚改', '同样', '不在册'].map((name) =>
      plantMember(db, name === '不在册' ? world.west : world.east, { name }),
    ),
  )
  const [one = '', two = '', three = '', four = ''] = [early, late, both, left]
  // While the phone was away: at noon + 20 others say something of three of them.
  for (const id of [one, two]) await say(at(other, 20), id, 'absent')
  await say(at(other, 20), three, 'present')
  const before = (await tracesIn(db, { ...world, secretary })).length

  const away = at(secretary, 60)
  const told = await bring(
    away,
    { memberId: one, mark: 'present', ago: 50 },
    { memberId: two, mark: 'present', ago: 10 },
    { memberId: three, mark: 'present', ago: 30 },
    { memberId: four, mark: 'present', ago: 30 },
    { memberId: two, mark: 'excused', ago: 30 },
  )
  const of = (id: string) => told.rows.find(({ memberId }) => memberId === id)
  expect(of(one)).toMatchObject({ outcome: 'overtaken', mark: 'absent', name: '早改' })
  expect(of(two)).toMatchObject({ outcome: 'kept', mark: 'present' })
  expect(of(three)).toMatchObject({ outcome: 'same' })
  expect(of(four)).toMatchObject({ outcome: 'refused', because: '这名党员不在应到或列席名单里' })
  expect(await entry(one)).toMatchObject({ mark: 'absent' })
  const saidAt = new Date(noon.getTime() + 50 * minute).toISOString()
  expect(await entry(two)).toMatchObject({ mark: 'present', at: saidAt, isLate: false })

  const traces = await tracesIn(db, { ...world, secretary })
  expect(traces).toHaveLength(before + 1)
  expect(traces.at(-1)).toMatchObject({
    command: 'activities.bringRoll',
    before: [{ memberId: two, mark: 'absent' }],
    after: {
      kept: [{ memberId: two, mark: 'present' }],
      overtaken: [{ memberId: one, mark: 'present', here: { mark: 'absent' } }],
    },
  })
  // The answer was lost, the phone sends again: nothing new is said.
  await bring(away, { memberId: two, mark: 'present', ago: 10 })
  expect(await tracesIn(db, { ...world, secretary })).toHaveLength(before + 1)
})

test('a mark taken back here is not brought back by an older word, and one from the phone takes back what was here', async () => {
  const { secretary, bring, entry, say, member } = await plantMeeting()
  const id = member.actor.personId
  await say(at(secretary, 5), id, 'present')
  await say(at(secretary, 20), id, null)
  const older = await bring(at(secretary, 60), { memberId: id, mark: 'present', ago: 50 })
  expect(older.rows).toMatchObject([{ outcome: 'overtaken', mark: null }])
  expect(await entry(id)).toMatchObject({ mark: null })

  await bring(at(secretary, 60), { memberId: id, mark: 'absent', ago: 30 })
  await bring(at(secretary, 61), { memberId: id, mark: null, ago: 10 })
  expect(await entry(id)).toMatchObject({ mark: null })
  const stale = await bring(at(secretary, 62), { memberId: id, mark: 'present', ago: 20 })
  expect(stale.rows).toMatchObject([{ outcome: 'overtaken' }])
})

test('before the code would be taken nobody was there; leave can be noted', async () => {
  const { secretary, east, member } = await plantMeeting()
  const hours = (count: number) => new Date(noon.getTime() + count * 60 * minute).toISOString()
  const key = await planned(secretary, east.id, { startsAt: hours(3), endsAt: hours(5) })
  const memberId = member.actor.personId
  const words = { isRemote: false, note: '' }
  const { rows } = await bringRoll(at(secretary, 240), {
    ...key,
    marks: [
      { ...words, memberId, mark: 'present', agoMs: 200 * minute },
      { ...words, memberId: secretary.actor.personId, mark: 'excused', agoMs: 200 * minute },
    ],
  })
  expect(rows.find((one) => one.memberId === memberId)).toMatchObject({ outcome: 'refused' })
  expect(rows.find((one) => one.memberId === memberId)?.because).toContain('起才能记到会')
})

test('closed meanwhile: the same is taken as said, anything else is refused with who closed it and what to do', async () => {
  const { secretary, key, bring, entry, member, ...world } = await plantMeeting()
  const id = member.actor.personId
  await close(secretary, await finished(secretary, key))
  const later = at(secretary, 90)

  expect((await bring(later, { memberId: id, mark: 'present', ago: 5 })).rows).toMatchObject([
    { outcome: 'same' },
  ])
  const wrong = bring(later, { memberId: id, mark: 'absent', ago: 5 })
  await expect(wrong).rejects.toMatchObject({
    reason: 'activities.broughtLate',
    words: { 人数: 1, 名单: member.actor.name },
  })
  expect(await entry(id)).toMatchObject({ mark: 'present' })
  // What was said before the closing is only what has been overtaken.
  const old = await bring(later, { memberId: id, mark: 'absent', ago: 300 })
  expect(old.rows).toMatchObject([{ outcome: 'overtaken', mark: 'present' }])

  await reopen(world.organizer, { ...key, reason: '点名有误' })
  const again = await bring(later, { memberId: id, mark: 'absent', ago: 5 })
  expect(again.rows).toMatchObject([{ outcome: 'kept' }])
})

test('cancelled meanwhile, and from outside the reach', async () => {
  const { secretary, key, bring, member } = await plantMeeting()
  const words = { memberId: member.actor.personId, mark: 'present' as const, ago: 5 }
  const stranger = await plant(db)
  await expectRefusal(bring(stranger.secretary, words), 'activities.unknown')
  await cancel(secretary, { ...key, reason: '改期召开' })
  await expectRefusal(bring(secretary, words), 'activities.cancelled')
})
