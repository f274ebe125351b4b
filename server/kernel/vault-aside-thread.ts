import { parentPort, workerData } from 'node:worker_threads'
import type { Answered, Asked, Keyring } from './vault-aside.ts'
import { openVault } from './vault.ts'

/* The other end of `vault.many`. */

const { secret, crypto } = workerData as Keyring
const vault = openVault(secret, crypto)

if (parentPort) listen(parentPort)

function listen(port: NonNullable<typeof parentPort>): void {
  port.on('message', (asked: Asked) => port.postMessage(answerTo(asked)))
}

function answerTo({ number, deed, texts }: Asked): Answered {
  try {
    return { number, texts: texts.map((text) => vault[deed](text)) }
  } catch (error) {
    return { number, problem: error instanceof Error ? error.message : String(error) }
  }
}
