import { hashPassword } from '../kernel/password.ts'
import { openVault } from '../kernel/vault.ts'
import type { Vault } from '../kernel/vault.ts'
import { atLeast, percentile } from './measured.ts'
import type { Measured } from './measured.ts'

const secret = 'a secret for the length of this measurement'
const number = '990000198506150037'
const rounds = 7
const times = 20_000

/** What `CRYPTO=guomi` costs beside the international algorithms, for each thing a row or a sign-in asks of it. */
export async function ciphers(): Promise<readonly Measured[]> {
  const [guomi, international] = [openVault(secret, 'guomi'), openVault(secret)]
  const uses: [string, (vault: Vault) => () => unknown][] = [
    ['seal', (vault) => () => vault.seal(number)],
    ['open', (vault) => opening(vault)],
    ['index', (vault) => () => vault.index(number)],
  ]
  const lines = uses.map(([name, use]) => {
    const [ours, limit] = interleaved(use(guomi), use(international))
    return atLeast(0.25, { name: `guomi, ${name}, beside international`, unit: '/s', ours, limit })
  })
  const ours = 1 / (await secondsOf('guomi'))
  const limit = 1 / (await secondsOf('international'))
  const name = 'guomi, passwords, beside international'
  return [...lines, atLeast(0.05, { name, unit: '/s', ours, limit })]
}

function opening(vault: Vault): () => unknown {
  const sealed = vault.seal(number)
  return () => vault.open(sealed)
}

/** In turns, so that a busy moment of the machine strikes both. */
function interleaved(one: () => unknown, other: () => unknown): [number, number] {
  const taken = Array.from({ length: rounds }, () => [rateOf(one), rateOf(other)] as const)
  return [
    percentile(
      taken.map(([rate]) => rate),
      0.5,
    ),
    percentile(
      taken.map(([, rate]) => rate),
      0.5,
    ),
  ]
}

function rateOf(body: () => unknown): number {
  const began = performance.now()
  for (let time = 0; time < times; time += 1) body()
  return (times * 1_000) / (performance.now() - began)
}

async function secondsOf(by: 'guomi' | 'international'): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await hashPassword('Zhixing-2026', by)
    taken.push((performance.now() - began) / 1_000)
  }
  return percentile(taken, 0.5)
}
