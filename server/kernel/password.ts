import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { hashBySm3, isBySm3, verifyBySm3 } from './ciphers/pbkdf2-sm3.ts'
import { overloaded } from './problem.ts'
import type { CryptoName } from './vault.ts'

/**
 * Of the choices for argon2id that OWASP calls equal the cheapest in time, because it asks for less memory: 12 MiB, three
 * passes, one lane; some 5 ms a hash, on a thread of its own. A digest keeps the cost it was made with.
 */
const cost = { memoryCost: 12_288, timeCost: 3, parallelism: 1 }

/** One thread of the four that the runtime shares out stays free for files and names. */
const atOnceMax = Math.max(2, Math.min(3, availableParallelism()))
/** Who comes later would wait for more than a second, and is told to come again: memory and patience are finite. */
const waitingMax = 200

let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(
  password: string,
  by: CryptoName = 'international',
): Promise<string> {
  const text = tidy(password)
  return inTurn(() => (by === 'guomi' ? hashBySm3(text) : hash(text, cost)))
}

/** Whether a right password should be kept anew, now that it is known for a moment. */
export function isOutdated(kept: string, by: CryptoName): boolean {
  return isBySm3(kept) !== (by === 'guomi')
}

/** Takes as long where there is no hash at all, so that nobody learns by the clock who has an account. */
export async function isPassword(
  kept: string | null,
  password: string,
  by: CryptoName = 'international',
): Promise<boolean> {
  const matches = await inTurn(async () => matchesHash(kept ?? (await standInBy(by)), password))
  return kept !== null && matches
}

function matchesHash(kept: string, password: string): Promise<boolean> {
  const text = tidy(password)
  return isBySm3(kept) ? verifyBySm3(kept, text) : verify(kept, text)
}

const standIns = new Map<CryptoName, Promise<string>>()

function standInBy(by: CryptoName): Promise<string> {
  const nobodys = 'nobody has this password'
  const made = standIns.get(by) ?? (by === 'guomi' ? hashBySm3(nobodys) : hash(nobodys, cost))
  standIns.set(by, made)
  return made
}

// Made before anybody asks, so that the first one does not wait for it.
void standInBy('international')

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
