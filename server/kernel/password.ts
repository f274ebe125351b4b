import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { overloaded } from './problem.ts'

/** OWASP's choice for argon2id: 19 MiB, two passes, one lane; some 30 ms a hash, on a thread of its own. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One thread of the four that the runtime shares out stays free for files and names. */
const atOnceMax = Math.max(2, Math.min(3, availableParallelism()))
/** Who comes later would wait for more than a breath, and is told to come again: memory and patience are finite. */
const waitingMax = 120

let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(tidy(password), cost))
}

/** Takes as long where there is no hash at all, so that nobody learns by the clock who has an account. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(async () => verify(kept ?? (await standIn), tidy(password)))
  return kept !== null && matches
}

const standIn = hash('nobody has this password', cost)

/** The same signs, whichever keyboard wrote them. */
function tidy(password: string): string {
  return password.normalize('NFKC')
}

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= atOnceMax) {
    if (waiting.length >= waitingMax) throw overloaded(3)
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    // The turn is handed on; only when nobody waits is it given back.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
