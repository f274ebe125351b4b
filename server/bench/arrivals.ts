import { setTimeout as pause } from 'node:timers/promises'
import { Line } from './line.ts'
import type { Asked, Heard } from './line.ts'

/** One who comes at a moment of their own, whether those before have been served or not. */
export type Arrival = Asked & { readonly kind: string; readonly atMs: number }

export type Outcome = {
  readonly kind: string
  /** From the planned moment to the last word of the answer, and so with every wait in a line. */
  readonly ms: number
  readonly status: number
  /** How often they were asked to come again before that. */
  readonly sentAway: number
  /** What was said where it was no yes. */
  readonly words?: string
}

const againMax = 4

/** Lets everybody come when planned, over as many connections as it takes; who is asked to come again does, as a page would. */
export async function letCome(
  arrivals: readonly Arrival[],
  port: number,
): Promise<readonly Outcome[]> {
  const idle: Line[] = []
  const ask = async (asked: Asked): Promise<Heard> => {
    let line = idle.pop()
    while (line && !line.isOpen) line = idle.pop()
    line ??= await Line.open(port)
    const heard = await line.ask(asked)
    idle.push(line)
    return heard
  }
  const began = performance.now()
  const outcomes = await Promise.all(
    arrivals.map(async (arrival) => {
      await pause(arrival.atMs)
      const { heard, sentAway } = await askPatiently(() => ask(arrival))
      const ms = performance.now() - began - arrival.atMs
      const { status, body } = heard
      const outcome = { kind: arrival.kind, ms, status, sentAway }
      return status === 200
        ? outcome
        : { ...outcome, words: `${arrival.path} ${Buffer.from(body, 'latin1').toString()}` }
    }),
  )
  for (const line of idle) line.close()
  return outcomes
}

async function askPatiently(ask: () => Promise<Heard>) {
  for (let sentAway = 0; ; sentAway += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const heard = await ask().catch((error: unknown) => ({
      status: 0,
      head: '',
      body: String(error),
    }))
    const seconds = Number(/retry-after: (\d+)/i.exec(heard.head)?.[1])
    if (heard.status !== 503 || !(seconds > 0) || sentAway === againMax) return { heard, sentAway }
    // oxlint-disable-next-line no-await-in-loop
    await pause(seconds * 1000 * (1 + sentAway / 2) * (1 + Math.random() / 2))
  }
}
