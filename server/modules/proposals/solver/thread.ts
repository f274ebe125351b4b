import { parentPort, workerData } from 'node:worker_threads'
import { loadHighs } from '../../../kernel/highs.ts'
import type { Asked, Said } from './aside.ts'
import { solve } from './solve.ts'

/* The other end of `solveAside`. */

if (parentPort) await work(parentPort, workerData)

async function work(port: NonNullable<typeof parentPort>, { instance, seconds }: Asked) {
  const say = (said: Said) => port.postMessage(said)
  const highs = await loadHighs()
  const solved = solve(highs, instance, { seconds, clock: now, say: (note) => say({ note }) })
  say({ solved })
  port.close()
}

function now(): number {
  return performance.now()
}
