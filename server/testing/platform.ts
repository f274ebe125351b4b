import { onTestFinished } from 'vitest'
import { buildApp } from './app.ts'
import { newId } from '../kernel/ids.ts'
import { Visitor } from './browsing.ts'
import { db } from './database.ts'
import { files, vault } from './world.ts'
import type { Person } from './world.ts'

/** The platform with a clock that the test moves; whoever is let in carries a session of their own. */
export async function openPlatform(start: string) {
  const clock = { now: new Date(start) }
  const known = new Map<string, Person['actor']>()
  const surroundings = { db, vault, files, now: () => clock.now }
  const app = await buildApp({ ...surroundings, identify: async (token) => known.get(token) })
  onTestFinished(() => app.close())
  return {
    clock,
    stranger: () => new Visitor(app),
    comes({ actor }: Person) {
      const session = newId()
      known.set(session, actor)
      return new Visitor(app, { session })
    },
  }
}
