import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { db } from '../testing/database.ts'
import { plant } from '../testing/world.ts'
import { choreRuns, startChores } from './chores.ts'
import type { Chore } from './chores.ts'
import { newId } from './ids.ts'

/** Two processes that look after the same chore every few milliseconds. */
async function twoHousekeepers(chore: Chore) {
  const { organizer } = await plant(db)
  const faults: unknown[] = []
  const options = { lookEveryMillis: 5, onError: (fault: unknown) => void faults.push(fault) }
  const both = [
    await startChores(organizer, [chore], options),
    await startChores(organizer, [chore], options),
  ]
  const stop = async () => void (await Promise.all(both.map((one) => one.stop())))
  onTestFinished(stop)
  const ofChore = eq(choreRuns.name, chore.name)
  return {
    stop,
    faults,
    /** As if so much time had passed since it was begun. */
    later: async (seconds: number) => {
      const [run] = await db.select().from(choreRuns).where(ofChore)
      const begun = run?.startedAt.getTime() ?? 0
      await db
        .update(choreRuns)
        .set({ startedAt: new Date(begun - seconds * 1000) })
        .where(ofChore)
    },
    die: async () =>
      db
        .update(choreRuns)
        .set({ leaseUntil: new Date(0) })
        .where(ofChore),
    row: async () => (await db.select().from(choreRuns).where(ofChore))[0],
  }
}

test('is done once at its pace, however many processes look after it', async () => {
  let runs = 0
  const name = `count ${newId()}`
  const house = await twoHousekeepers({ name, everySeconds: 600, run: async () => (runs += 1) })
  expect(runs).toBe(0)

  for (const times of [1, 2, 3]) {
    await house.later(601)
    await expect.poll(async () => [runs, (await house.row())?.leaseUntil]).toEqual([times, null])
  }
  await house.stop()
  expect([runs, house.faults]).toEqual([3, []])
})

test('is taken over from one who died over it, and what goes wrong is counted', async () => {
  const hang = Promise.withResolvers<void>()
  let runs = 0
  const house = await twoHousekeepers({
    name: `die ${newId()}`,
    everySeconds: 600,
    async run() {
      runs += 1
      if (runs === 1) await hang.promise
      if (runs === 2) throw new Error('went wrong')
    },
  })
  await house.later(601)
  await expect.poll(() => runs).toBe(1)
  await house.die()
  await expect.poll(async () => (await house.row())?.failures).toBe(1)
  expect(house.faults).toEqual([new Error('went wrong')])

  await house.later(601)
  await expect.poll(async () => [runs, (await house.row())?.failures]).toEqual([3, 0])
  hang.resolve()
})

test('a clock that was a year ahead holds nothing up for a year', async () => {
  let runs = 0
  const name = `clock ${newId()}`
  const house = await twoHousekeepers({ name, everySeconds: 600, run: async () => (runs += 1) })
  await house.later(-365 * 86_400)
  await expect.poll(async () => [runs, (await house.row())?.leaseUntil]).toEqual([1, null])
})
