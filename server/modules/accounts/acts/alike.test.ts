import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { db } from '../../../testing/database.ts'
import { statementsOf } from '../../../testing/statements.ts'
import { plantLogin, visitorOf } from '../../../testing/visitor.ts'
import { noon, plant } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { redeemCode } from './redeem-code.ts'
import { signIn } from './sign-in.ts'

/*
 * Whether somebody has an account must not be heard at the door: neither by what is asked of the database meanwhile nor
 * by the clock.
 */
const doors = {
  signIn: (caller: Caller, login: string) => signIn(caller, { login, password: 'Wrong-Horse-9' }),
  redeemCode: (caller: Caller, login: string) =>
    redeemCode(caller, { login, code: 'CDFG3467', password: 'Brand-New-Horse-7' }),
}
type Door = keyof typeof doors
const names = Object.keys(doors) as Door[]

const newPhone = () => `1${String(Math.random()).slice(2, 12).padEnd(10, '0')}`
const nobodys = { login: () => newId(), phone: newPhone }

/** Knocks once, in vain. */
async function knock(world: World, door: Door, login: string): Promise<void> {
  const answer = await doors[door](visitorOf(world).at(noon), login).catch(
    (error: unknown) => error,
  )
  expect(answer).toBeInstanceOf(Error)
}

const inOrder = (one: string, other: string) => one.localeCompare(other)
const talk = async (body: () => Promise<void>) =>
  (await statementsOf(body)).map(({ text }) => text.split(' ')[0] ?? '').toSorted(inOrder)

test.each(names)(
  '%s asks as much for nobody as for somebody, by name and by number',
  async (door) => {
    const world = await plant(db)
    for (const by of ['login', 'phone'] as const) {
      const known = await plantLogin(world.east)
      const somebody = await talk(() => knock(world, door, known[by]))
      const nobody = await talk(() => knock(world, door, nobodys[by]()))
      expect(nobody).toEqual(somebody)
      expect(nobody.length).toBeGreaterThan(5)
    }
  },
)

const rounds = 15
/** The fifth failure is answered like the first, and locks. */
const perAccount = 5

async function timed(body: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await body()
  return performance.now() - began
}

/**
 * How often the one took longer than the other, of all pairs: a half where nothing can be told, all or none where the
 * clock tells everything. In turns, so that a busy moment of the machine strikes both.
 */
async function longer(one: () => Promise<void>, other: () => Promise<void>): Promise<number> {
  const pairs: (readonly [number, number])[] = []
  for (let round = 0; round < rounds; round += 1) pairs.push([await timed(one), await timed(other)])
  const wins = pairs.flatMap(([ours]) => pairs.filter(([, theirs]) => ours > theirs))
  return wins.length / rounds ** 2
}

/** Chance alone goes beyond this once in ten thousand times. */
const tellsNothing = (share: number) => share > 0.08 && share < 0.92

test.each(names)('%s takes as long for nobody as for somebody, let in or locked', async (door) => {
  const world = await plant(db)
  const logins: string[] = []
  for (let count = 0; count < rounds / perAccount; count += 1)
    logins.push((await plantLogin(world.east)).login)
  let asked = 0
  const nextLogin = () => logins[Math.floor(asked++ / perAccount)] ?? ''
  const nobody = () => knock(world, door, newId())
  const letIn = await longer(nobody, () => knock(world, door, nextLogin()))
  expect(letIn).toSatisfy(tellsNothing)

  const [locked = '', unknown] = [logins[0], newId()]
  for (let times = 0; times < perAccount; times += 1) await knock(world, door, unknown)
  const whenLocked = await longer(
    () => knock(world, door, unknown),
    () => knock(world, door, locked),
  )
  expect(whenLocked).toSatisfy(tellsNothing)
})
