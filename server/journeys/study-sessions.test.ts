import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { attach } from '../modules/activities/acts/attach.ts'
import { close } from '../modules/activities/acts/close.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { appoint } from '../modules/committees/acts/appoint.ts'
import { post } from '../modules/ledgers/acts/post.ts'
import { mine, of } from '../modules/ledgers/views.ts'
import { showRows } from '../modules/metrics/views.ts'
import { db } from '../testing/database.ts'
import { plantFile } from '../testing/files.ts'
import { closing, finished, planned } from '../testing/theme-day.ts'
import { plant, plantCaller } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

let world: World
let learner: Person
beforeEach(async () => {
  world = await plant(db)
  learner = await plantCaller(db, world.east, { name: '陈书禾' })
})

const times = { startsAt: '2026-06-01T08:00:00.000Z', endsAt: '2026-06-01T10:00:00.000Z' }

type Facts = Parameters<typeof planned>[2]

/** Planned by the form, held with everybody there, minuted and closed. */
async function hold(facts: Facts) {
  const key = await planned(world.secretary, world.east.id, { ...times, ...facts })
  await close(world.secretary, await finished(world.secretary, key))
  return { key, record: await showActivity(world.secretary, key) }
}

async function creditOf(person: Person) {
  const { entries } = await mine(person, { ledger: 'member' })
  return entries
}

describe('a study session of a branch', () => {
  test('keeps topic, material, attendance and hours in one record [S0-27]', async () => {
    const agenda = [
      { title: '学习党章第三章', minutes: 60, part: 'study' },
      { title: '讨论村务', minutes: 30, part: 'deliberation' },
      { title: '清扫村道', minutes: 30 },
    ]
    const key = await planned(world.secretary, world.east.id, { ...times, agenda })
    const fileId = await plantFile(db, world.secretary, '党章学习材料.pdf')
    await attach(world.secretary, { ...key, fileId })
    await close(world.secretary, await finished(world.secretary, key))

    const record = await showActivity(world.secretary, key)
    expect(record.agenda[0]?.title).toBe('学习党章第三章')
    expect(record.files.map(({ name }) => name)).toEqual(['党章学习材料.pdf'])
    expect(record.roll.map(({ mark }) => mark)).toEqual(['present', 'present', 'present'])
    expect(await creditOf(learner)).toMatchObject([{ minutes: record.credit.minutes }])
  })

  test.each(['theory', 'discipline', 'law', 'skill'] as const)(
    'of the category %s is credited as such [S1-04] [S2-10]',
    async (category) => {
      const { record } = await hold({ category })
      expect(record.category).toBe(category)
      expect((await creditOf(learner)).map((entry) => entry.category)).toEqual([category])
    },
  )

  test.each(['discussion', 'lecture', 'field', 'reading'] as const)(
    'is held in the mode %s, which stays with its record [S3-08]',
    async (method) => {
      const { record } = await hold({ method })
      expect(record.method).toBe(method)
      expect((await creditOf(learner)).length).toBe(1)
    },
  )

  test.each([
    ['viewing', '集中收听收看'],
    ['reading', '集体读书'],
  ] as const)(
    'of %s together has its attendance and its hours [S2-37] [S3-10]',
    async (method, title) => {
      const { record } = await hold({ method, title })
      expect([record.title, record.method]).toEqual([title, method])
      expect(record.roll.every(({ mark }) => mark === 'present')).toBe(true)
      expect(await creditOf(learner)).toMatchObject([{ minutes: record.credit.minutes }])
    },
  )

  test('carries the address of a broadcast lecture, for whoever joins from afar [S3-54]', async () => {
    const link = 'https://live.example.org/lecture/7'
    const key = await planned(world.secretary, world.east.id, { ...times, link, method: 'viewing' })
    expect((await showActivity(learnerOf(world), key)).link).toBe(link)
    await close(world.secretary, await finished(world.secretary, key))
    expect((await creditOf(learner)).length).toBe(1)
    await expect(closing(world.secretary, key)).resolves.toMatchObject(key)
  })
})

/** Whoever may read the record of the branch. */
function learnerOf({ secretary }: World): Person {
  return secretary
}

test('study on another platform is entered with its evidence and verifier, and counts [S3-07]', async () => {
  const fileId = await plantFile(db, world.secretary, '学习强国积分截图.png')
  await post(world.secretary, {
    unitId: world.county.id,
    memberIds: [learner.actor.personId],
    requestId: newId(),
    source: 'external',
    title: '学习强国专题学习',
    from: '2026-05-04',
    until: '2026-05-04',
    clockMinutes: 120,
    category: 'theory',
    level: 'nation',
    verifier: '支部组织委员',
    fileId,
  })

  const key = { unitId: world.county.id, memberId: learner.actor.personId }
  const { entries } = await of(world.secretary, { ...key, ledger: 'member' })
  expect(entries).toMatchObject([
    { source: 'external', verifier: '支部组织委员', file: { name: '学习强国积分截图.png' } },
  ])
})

test('a first secretary holds a post of that kind, and is counted by it [S2-07]', async () => {
  const input = { organizationId: world.east.id, memberId: learner.actor.personId }
  await appoint(world.organizer, { ...input, post: 'firstSecretary', from: '2026-05-01' })
  await hold({})

  const where = { organizationId: world.county.id, from: '2026-01-01', to: '2026-12-31' }
  const metric = 'training.firstSecretariesPersons'
  const page = { ...where, metric, search: '', page: 1, size: 50 }
  const { rows, total } = await showRows(world.organizer, page)
  expect(total).toBe(1)
  expect(rows[0]?.cells).toContain('陈书禾')
})
