import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { Problem } from '../problem.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetRow, SheetRows } from './row.ts'

/** What the thread says: rows, or that there are no more, or why it cannot go on. */
export type Said =
  | { readonly rows: readonly SheetRow[] }
  | { readonly end: true }
  | { readonly problem: Pick<Problem, 'kind' | 'reason' | 'words'> }

/** So many heaps may lie unread before the thread waits for a word. */
export const ahead = 8

/** Below this, starting a thread takes longer than reading. */
const asideBytes = 1024 * 1024

// Rows die young: with room for them to do so, they are never carried about.
const resourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 }

/**
 * The same as `readSheet`; a large file is read in a thread of its own, while this one goes on with the rows, or with
 * what other people want. A file that needs more memory than the thread has ends the thread, and nobody else.
 */
export async function* readSheetAside(path: string, headings: readonly string[] = []): SheetRows {
  const { size } = await stat(path)
  yield* size < asideBytes ? readSheet(path, { headings }) : readInThread({ path, headings })
}

/** What the thread is asked for. */
export type Wish = { readonly path: string; readonly headings: readonly string[] }

async function* readInThread(wish: Wish): SheetRows {
  const file = new URL('read-aside-thread.ts', import.meta.url)
  const worker = new Worker(file, { workerData: wish, resourceLimits })
  const said = inboxOf(worker)
  try {
    for (let one = await said(); !('end' in one); one = await said()) {
      if ('problem' in one) throw problemOf(one.problem)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage('read')
      yield one.rows
    }
  } finally {
    await worker.terminate()
  }
}

function problemOf({ kind, reason, words }: Pick<Problem, 'kind' | 'reason' | 'words'>): Problem {
  return new Problem(kind, reason, words)
}

/** Takes one word after another, in their order; what ended the thread comes last. */
function inboxOf(worker: Worker): () => Promise<Said> {
  const words: Said[] = []
  let wake: (() => void) | undefined
  let failure: Error | undefined
  const hear = (word: Said) => {
    words.push(word)
    wake?.()
  }
  const fail = (error: Error) => {
    failure ??= error
    wake?.()
  }
  worker.on('message', hear)
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the reading thread ended before the file did')))

  return async () => {
    while (words.length === 0) {
      if (failure) throw failure
      await new Promise<void>((resolve) => (wake = resolve))
    }
    return words.shift() as Said
  }
}
