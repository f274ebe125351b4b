import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import { ahead } from './read-aside.ts'
import type { Said, Wish } from './read-aside.ts'
import { readSheet } from './read-sheet.ts'

/* The other end of `readSheetAside`: reads, but never far ahead of who listens. */

if (parentPort) await read(parentPort, workerData as Wish)

async function read(port: NonNullable<typeof parentPort>, { path, headings }: Wish): Promise<void> {
  const say = (said: Said) => port.postMessage(said)
  const state = { unread: 0 }
  port.on('message', () => (state.unread -= 1))
  try {
    for await (const rows of readSheet(path, { headings })) {
      say({ rows })
      state.unread += 1
      while (state.unread >= ahead) await once(port, 'message')
    }
    say({ end: true })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, reason, words } = error
    say({ problem: { kind, reason, words } })
  } finally {
    port.close()
  }
}
