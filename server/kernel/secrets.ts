import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'

/** The server's own secret, made at the first start and kept for its owner's eyes only. */
export function keepSecret(folder: string): string {
  fs.mkdirSync(folder, { recursive: true })
  const path = join(folder, 'secret')
  if (!fs.existsSync(path)) makeOnce(path)
  fs.chmodSync(path, 0o600)
  return fs.readFileSync(path, 'utf8').trim()
}

/** Whole or not at all, and never over another's: two servers that start together keep the same secret. */
function makeOnce(path: string): void {
  const unfinished = `${path}.${process.pid}`
  const text = `${randomBytes(32).toString('base64url')}\n`
  fs.writeFileSync(unfinished, text, { mode: 0o600, flush: true })
  try {
    fs.linkSync(unfinished, path)
  } catch (cause) {
    if (!fs.existsSync(path)) throw cause
  } finally {
    fs.rmSync(unfinished)
  }
}
