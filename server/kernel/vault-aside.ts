import { Worker } from 'node:worker_threads'
import type { CryptoName, Vault } from './vault.ts'

/** What can be done to many texts at a time. */
export type Deed = 'seal' | 'open' | 'index'

/** What the thread is given to begin with, what it is asked, and what it says. */
export type Keyring = { readonly secret: string; readonly crypto: CryptoName }
export type Asked = {
  readonly number: number
  readonly deed: Deed
  readonly texts: readonly string[]
}
export type Answered = { readonly number: number } & (
  | { readonly texts: string[] }
  | { readonly problem: string }
)

/** Fewer are done at once: so long does it take to ask. */
const few = 64

type Waiting = { resolve: (texts: string[]) => void; reject: (error: Error) => void }

/** The same as one call of the vault after another, but in a thread that all share, while this one does something else. */
export function openAside(vault: Pick<Vault, Deed>, keyring: Keyring) {
  let thread: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | undefined
  let number = 0

  function start() {
    const waiting = new Map<number, Waiting>()
    const worker = new Worker(new URL('vault-aside-thread.ts', import.meta.url), {
      workerData: keyring,
      resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 64 },
    })
    const fail = (error: Error) => {
      thread = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('the thread that seals has ended')))
    worker.on('message', (answered: Answered) => {
      const asked = waiting.get(answered.number)
      waiting.delete(answered.number)
      if (waiting.size === 0) worker.unref()
      if ('texts' in answered) asked?.resolve(answered.texts)
      else asked?.reject(new Error(answered.problem))
    })
    return { worker, waiting }
  }

  return async (deed: Deed, texts: readonly string[]): Promise<string[]> => {
    if (texts.length < few) return texts.map((text) => vault[deed](text))
    const { worker, waiting } = (thread ??= start())
    number += 1
    const asked: Asked = { number, deed, texts }
    return new Promise((resolve, reject) => {
      waiting.set(asked.number, { resolve, reject })
      // Who waits for an answer keeps the process; a thread that has nothing to do does not.
      worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(asked)
    })
  }
}
