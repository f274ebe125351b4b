import { hash, verify } from '@node-rs/argon2'
import { busy } from './problem.ts'

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane; about 30 ms a hash. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** So many at once use the machine well; so many more may wait, and then the door says so. */
const atOnce = 4
const waitingMax = 200

let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/** Takes as long where there is no hash at all, so that nobody learns by the clock who has an account. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(async () =>
    verify(kept ?? (await standIn), password.normalize('NFKC')),
  )
  return kept !== null && matches
}

const standIn = hash('nobody has this password', cost)

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (waiting.length >= waitingMax) throw busy()
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
