import { setTimeout as pause } from 'node:timers/promises'
import type { Remote } from './remote.ts'

export type Busy = {
  /** What went wrong so far: how it was answered, or how the line broke. */
  readonly faults: readonly string[]
  /** How often somebody was answered. */
  readonly answered: () => number
  /** Names of the branches that were said to be founded. */
  readonly founded: ReadonlySet<string>
  /** Names that were asked for, whatever came of them. */
  readonly wanted: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

/** So many people look and found branches below one organization, one call after another, until they are told to stop. */
export function keepBusy(people: readonly Remote[], parentId: string, label: string): Busy {
  const faults: string[] = []
  const [founded, wanted] = [new Set<string>(), new Set<string>()]
  const over = new AbortController()
  let [answered, count] = [0, 0]

  async function look(person: Remote): Promise<void> {
    const me = await person.query('accounts.me', {})
    if (!('name' in me)) throw new Error('signed out')
    await person.query('organizations.show', { organizationId: parentId })
    answered += 2
  }
  async function found(person: Remote): Promise<void> {
    const name = `${label}第${(count += 1)}支部`
    wanted.add(name)
    await person.command('organizations.found', { parentId, name, kind: 'branch' })
    founded.add(name)
    answered += 1
  }
  async function live(person: Remote): Promise<void> {
    while (!over.signal.aborted) {
      // Somebody reads what was answered; and whoever starts meanwhile needs the processor too.
      // oxlint-disable-next-line no-await-in-loop
      await pause(50)
      // One after another is what a person does.
      // oxlint-disable-next-line no-await-in-loop
      for (const work of [look, found])
        // oxlint-disable-next-line no-await-in-loop
        await again(() => work(person)).catch((fault: unknown) => faults.push(String(fault)))
    }
  }
  const all = Promise.all(people.map(live))
  return {
    faults,
    founded,
    wanted,
    answered: () => answered,
    async stop() {
      over.abort()
      await all
    },
  }
}

/** Who is sent away because too many are there comes again, as a page does: nothing was done, and nothing is lost. */
async function again(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      // One after the other is what coming again means.
      // oxlint-disable-next-line no-await-in-loop
      return await work()
    } catch (fault) {
      if (attempt > 20 || !String(fault).includes('"reason":"server.busy"')) throw fault
      // oxlint-disable-next-line no-await-in-loop
      await pause(500)
    }
}
