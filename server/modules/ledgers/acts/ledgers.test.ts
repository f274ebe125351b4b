import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plantFile } from '../../../testing/files.ts'
import { plant, plantCaller } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { posts } from '../../members/table.ts'
import { hourFiles } from '../index.ts'
import { findFile } from '../../files/store.ts'
import { mine, of } from '../views.ts'
import { post } from './post.ts'
import { reverse } from './reverse.ts'

let world: World
let learner: Person
beforeEach(async () => {
  world = await plant(db)
  learner = await plantCaller(db, world.east, { name: '陈书禾' })
})

type Form = Parameters<typeof post>[1]
async function form(changes: Partial<Form> = {}): Promise<Form> {
  return {
    unitId: world.county.id,
    memberIds: [learner.actor.personId],
    requestId: newId(),
    source: 'class',
    title: '县委党校新党员培训班',
    from: '2026-05-11',
    until: '2026-05-11',
    clockMinutes: 270,
    category: 'theory',
    level: 'county',
    verifier: '镇党委组织委员',
    fileId: await plantFile(db, world.secretary, '结业证书.pdf'),
    ...changes,
  }
}

const book = { ledger: 'member' } as const
const mineOf = (person: Person) => mine(person, { ...book, year: 2026 })

describe('posting by hand', () => {
  test('[S0-41] credits what the rule says, with source, rule, verifier and the paper that proves it', async () => {
    const asked = await form()

    const answer = await post(world.secretary, asked)

    expect(answer).toEqual({ postedMinutes: 360, people: 1 })
    const { entries, minutes } = await mineOf(learner)
    expect(minutes).toBe(360)
    expect(entries).toMatchObject([
      {
        title: '县委党校新党员培训班',
        sourceName: '培训班',
        minutes: 360,
        runningMinutes: 360,
        counts: 'full',
        verifier: '镇党委组织委员',
        rule: { key: 'hours.convert.class_day', name: '脱产班一天' },
        file: { fileId: asked.fileId, name: '结业证书.pdf' },
      },
    ])
  })

  test('counts once, however often it is sent', async () => {
    const asked = await form()

    const answers = await Promise.all([1, 2, 3].map(() => post(world.secretary, asked)))

    expect(new Set(answers.map(({ postedMinutes }) => postedMinutes))).toEqual(new Set([360]))
    expect((await mineOf(learner)).minutes).toBe(360)
    expect(await tracesIn(db, world)).toHaveLength(1)
  })

  test('shows the paper to the learner and to those above, and to nobody beside', async () => {
    const asked = await form()
    await post(world.secretary, asked)
    const neighbour = await plantCaller(db, world.west, { office: 'secretary' })

    const file = await findFile(db, asked)
    if (!file) throw new Error('the file was not kept')
    const sees = ({ actor, now }: Person) => hourFiles.maySee({ db, actor, now: now() }, file)
    expect([await sees(learner), await sees(world.organizer), await sees(neighbour)]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('posting by hand is refused', () => {
  test.each([
    ['a day to come', { until: '2026-06-02' }, 'ledgers.future'],
    ['more than a month at once', { from: '2026-04-01' }, 'ledgers.longSpan'],
    ['nothing', { clockMinutes: 0 }, 'ledgers.noMinutes'],
    ['more than a day holds', { source: 'online', clockMinutes: 780 }, 'ledgers.dayFull'],
  ] as const)('for %s', async (_, changes, reason) => {
    await expectRefusal(post(world.secretary, await form(changes)), reason)
    expect((await mineOf(learner)).entries).toEqual([])
  })

  test("for a neighbour's member, also among one's own, as if there were none", async () => {
    const other = await plantCaller(db, world.west)
    const memberIds = [learner.actor.personId, other.actor.personId]
    await expectRefusal(post(world.secretary, await form({ memberIds })), 'members.unknown')
    await expectRefusal(
      of(world.secretary, { ...book, unitId: world.county.id, memberId: other.actor.personId }),
      'members.unknown',
    )
  })

  test('for a paper that somebody else uploaded', async () => {
    const fileId = await plantFile(db, world.organizer, '证书.pdf')
    await expectRefusal(post(world.secretary, await form({ fileId })), 'files.unknown')
  })
})

describe('taking back by hand', () => {
  test('[S0-41] shows both entries, the reason, and nothing left in either ledger', async () => {
    const { personId: memberId } = learner.actor
    const term = { unitId: world.county.id, memberId, organizationId: world.east.id, byId: newId() }
    await db.insert(posts).values({ ...term, post: 'officer', from: '2026-01-01' })
    await post(world.secretary, await form())
    const [entry] = (await mineOf(learner)).entries

    const key = { unitId: world.county.id, entryId: entry?.id ?? '', reason: '证书不是本人的' }
    expect(await reverse(world.secretary, key)).toEqual({ reversedMinutes: 360 })

    const member = await of(world.organizer, { ...book, unitId: world.county.id, memberId })
    const second = await mine(learner, { ledger: 'secretary' })
    expect([member.minutes, second.minutes, member.hasSecretaryLedger]).toEqual([0, 0, true])
    expect(member.entries).toMatchObject([
      { minutes: 360, isReversed: true },
      { minutes: -360, runningMinutes: 0, reversesId: entry?.id, reason: '证书不是本人的' },
    ])
    await expectRefusal(reverse(world.secretary, key), 'ledgers.reversed')
  })

  test('is not offered to a neighbour', async () => {
    const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
    await post(world.secretary, await form())
    const [entry] = (await mineOf(learner)).entries

    const key = { unitId: world.county.id, entryId: entry?.id ?? '', reason: '不该' }
    await expectRefusal(reverse(neighbour, key), 'ledgers.unknown')
  })
})
