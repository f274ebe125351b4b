import { setTimeout as pause } from 'node:timers/promises'
import { nextDeed, send } from './asking.ts'
import type { Ground } from './asking.ts'
import type { Done } from './deeds.ts'
import { importRoll } from './importing.ts'
import type { Running } from './killing.ts'

const lanes = 8
/** On a slow machine a round is not made to wait for its answers. */
const patienceMs = 4_000
/** Where nobody dies, whoever is not answered comes again. */
const againMs = 250

/** Lanes that ask without a pause; those under way when the end comes are waited for. */
export function loadOn({ origin }: Running, ground: Ground, isPatient: boolean) {
  const state = { isOver: false }
  const began = Date.now()
  const done: Done[] = []
  const lane = async () => {
    while (!state.isOver) {
      const one = await send(origin, nextDeed(ground), ground.county.device)
      done.push(one)
      // Nobody is there any more, or nobody who can keep anything.
      if (one.outcome === 'unknown' && !isPatient) return
      if (one.outcome === 'unknown') await pause(againMs)
    }
  }
  const rolls = async () => {
    const one = await importRoll(origin, ground)
    if (one) done.push(one)
  }
  const all = Promise.all([rolls(), ...Array.from({ length: lanes }, lane)])
  return {
    async answered(count: number): Promise<void> {
      while (done.length < count && Date.now() < began + patienceMs) await pause(2)
    },
    async stop(): Promise<readonly Done[]> {
      state.isOver = true
      await all
      return done
    },
  }
}
