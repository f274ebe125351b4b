import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'

export type User = { readonly uid: number; readonly gid: number }

const nobody: User = { uid: 65534, gid: 65534 }

/** Where root keeps what an unprivileged user must reach, when the clone is closed to others. */
export const commons = '/var/lib/zhixing'

/** PostgreSQL refuses to run as root: then it runs as the owner of its folder, or as nobody. */
export function unprivileged(folder: string): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = fs.statSync(folder, { throwIfNoEntry: false }) ?? nobody
  return uid === 0 ? nobody : { uid, gid }
}

/** The folder itself, or, where its user could not get there, a link to one in the commons. */
export function settle(folder: string, user: User | undefined): string {
  fs.mkdirSync(dirname(folder), { recursive: true })
  if (user && !fs.existsSync(folder) && !canEnter(dirname(folder), user)) {
    // Never a name that was used before: a new clone in an old place begins anew.
    const name = randomBytes(8).toString('hex')
    fs.mkdirSync(commons, { recursive: true })
    fs.symlinkSync(ownFolder(join(commons, name), user), folder)
  }
  return ownFolder(fs.existsSync(folder) ? fs.realpathSync(folder) : folder, user)
}

export function ownFolder(folder: string, user: User | undefined): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = fs.lstatSync(folder)
  const wanted = user?.uid ?? process.getuid?.() ?? uid
  if (uid === 0 && user) fs.chownSync(folder, user.uid, user.gid)
  else if (uid !== wanted) throw new Error(`${folder} belongs to somebody else`)
  return folder
}

export function canEnter(folder: string, { uid, gid }: User): boolean {
  const stat = fs.statSync(folder)
  // Only the first that fits counts: an owner without the bit does not profit from the others.
  const bit = [stat.uid === uid && 0o100, stat.gid === gid && 0o010, 0o001].find(Boolean)
  const isOpen = (stat.mode & Number(bit)) !== 0
  return isOpen && (folder === dirname(folder) || canEnter(dirname(folder), { uid, gid }))
}
