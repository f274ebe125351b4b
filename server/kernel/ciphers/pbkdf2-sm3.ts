import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { isSame } from './bytes.ts'

const derive = promisify(pbkdf2)
const mark = '$pbkdf2-sm3$'
/** GM/T 0091 asks for a thousand at least; so many take some 0.15 s, several times an argon2id. */
const rounds = 100_000
const bytes = 32

export function isBySm3(kept: string): boolean {
  return kept.startsWith(mark)
}

export async function hashBySm3(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, rounds, bytes, 'sm3')
  return `${mark}i=${rounds}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

export async function verifyBySm3(kept: string, password: string): Promise<boolean> {
  const [count = '', salt = '', hash = ''] = kept.slice(mark.length).split('$')
  const given = Number(count.slice('i='.length))
  const found = await derive(password, Buffer.from(salt, 'base64url'), given, bytes, 'sm3')
  return isSame(found, Buffer.from(hash, 'base64url'))
}
