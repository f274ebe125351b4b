import { Line } from './line.ts'

/** What one of the crowd sends next, until there is nothing more. */
export type Posted = { readonly cookie: string; readonly body: string }

export type Crowded = {
  readonly path: string
  readonly port: number
  readonly concurrency: number
  readonly seconds: number
  readonly next: () => Posted
}

/** Posts over kept connections, one call after another on each, and answers how many came through in a second. */
export async function postAll(crowd: Crowded): Promise<number> {
  const began = performance.now()
  const until = began + crowd.seconds * 1000
  const counts = await Promise.all(
    Array.from({ length: crowd.concurrency }, () => postUntil(crowd, until)),
  )
  const sum = counts.reduce((total, count) => total + count, 0)
  return sum / ((performance.now() - began) / 1000)
}

async function postUntil({ path, port, next }: Crowded, until: number): Promise<number> {
  const line = await Line.open(port)
  let count = 0
  while (performance.now() < until) {
    // oxlint-disable-next-line no-await-in-loop
    const { status, body } = await line.ask({ method: 'POST', path, ...next() })
    if (status !== 200) throw new Error(`refused: ${body}`)
    count += 1
  }
  line.close()
  return count
}
