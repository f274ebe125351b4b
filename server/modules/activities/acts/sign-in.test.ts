import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { noon, plant, plantActivity, plantCaller } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { signIn } from './sign-in.ts'

describe('signing in', () => {
  let world: World
  beforeEach(async () => {
    world = await plant(db)
  })

  test('leaves one trace per person when a hall signs in at once', async () => {
    const meeting = await plantActivity(db, world.east)
    const crowd = await Promise.all(Array.from({ length: 20 }, () => plantCaller(db, world.east)))

    await Promise.all(crowd.map((caller) => signIn(caller, meeting)))

    const actors = (await tracesIn(db, world)).map(({ actorId }) => actorId)
    expect(actors.toSorted()).toEqual(crowd.map(({ actor }) => actor.accountId).toSorted())
  })

  test('counts once, whether repeated at once or later', async () => {
    const meeting = await plantActivity(db, world.east)
    const later = { ...world.member, now: () => new Date('2026-06-01T13:00:00Z') }

    const twice = await Promise.all([signIn(world.member, meeting), signIn(world.member, meeting)])
    const again = await signIn(later, meeting)

    const first = { signedAt: noon.toISOString() }
    expect([...twice, again]).toEqual([first, first, first])
    expect(await tracesIn(db, world)).toHaveLength(1)
  })

  test('refuses one without spoiling the others', async () => {
    const meeting = await plantActivity(db, world.east)
    const closed = await plantActivity(db, world.east, { endsAt: noon })
    const elsewhere = await plantActivity(db, world.west)

    await Promise.all([
      signIn(world.member, meeting),
      expectRefusal(signIn(world.member, closed), 'activities.notOpen'),
      expectRefusal(signIn(world.member, elsewhere), 'activities.unknown'),
    ])

    expect(await tracesIn(db, world)).toHaveLength(1)
  })

  test('fails for one whom the database refuses, and for nobody else', async () => {
    const meeting = await plantActivity(db, world.east)
    const ghost = { ...world.member, actor: { ...world.member.actor, personId: newId() } }

    const results = await Promise.allSettled([
      signIn(ghost, meeting),
      signIn(world.member, meeting),
    ])

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await tracesIn(db, world)).toHaveLength(1)
  })
})
