import { Worker } from 'node:worker_threads'
import type { Instance } from '../rules/instance.ts'
import type { Solved } from './solve.ts'

export type Asked = { readonly instance: Instance; readonly seconds: number }
export type Said = { readonly note: string } | { readonly solved: Solved }

type Ears = {
  /** Called several times a second, also while the solver is deep in thought; what it throws ends the search. */
  readonly report: (note: string) => Promise<void>
}

const listenMillis = 300

/** Solves in a thread of its own, so that nobody's request waits for it. */
export async function solveAside(asked: Asked, { report }: Ears): Promise<Solved> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: asked })
  let note = ''
  const answer = new Promise<Solved>((resolve, reject) => {
    worker.on('message', (said: Said) => {
      if ('solved' in said) resolve(said.solved)
      else note = said.note
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the solver ended without an answer')))
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, reject) => {
    const listen = () => report(note).then(() => (timer = setTimeout(listen, listenMillis)), reject)
    timer = setTimeout(listen, listenMillis)
  })
  try {
    return await Promise.race([answer, patience])
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
