import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Faces } from './web.ts'

/** How many builds lie beside each other: a page that was opened four versions ago still finds its parts. */
const keptMost = 5
const hour = 3_600_000

/**
 * Serves no page from where it is built. The build is copied to a folder that all servers share, under a name of its own,
 * so whoever builds anew under a running server changes nothing that it serves; and a server of either version finds
 * there what pages of the other ask for, while one is replaced by the other and as long as somebody has not refreshed.
 */
export async function settleFaces(built: Faces, place: string): Promise<Faces> {
  const name = await nameOf(built)
  if (!name) return built
  const folder = resolve(place)
  const home = join(folder, name)
  if (!existsSync(home)) await bring(built, home, folder)
  const now = new Date()
  await utimes(home, now, now)
  await dropOldest(folder)
  return { console: join(home, 'console'), phone: join(home, 'phone'), others: folder }
}

/** By what both were made from; where that is not said, nobody knows whether it is the same as before. */
async function nameOf({ console, phone }: Faces): Promise<string | undefined> {
  const notes = [console, phone].map((root) => join(root, '.made-from'))
  if (!notes.every((note) => existsSync(note))) return undefined
  const hash = createHash('sha256')
  for (const note of notes) hash.update(await readFile(note))
  return hash.digest('hex').slice(0, 16)
}

async function bring({ console, phone }: Faces, home: string, folder: string): Promise<void> {
  const unfinished = newName(folder)
  await mkdir(unfinished, { recursive: true })
  try {
    await cp(console, join(unfinished, 'console'), { recursive: true })
    await cp(phone, join(unfinished, 'phone'), { recursive: true })
    await rename(unfinished, home)
  } catch (cause) {
    // Another process that started together with this one was first.
    if (!existsSync(home)) throw cause
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function dropOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const { mtimeMs = 0 } = (await stat(path).catch(() => undefined)) ?? {}
      return { path, mtimeMs, isReady: isWhole(name) }
    }),
  )
  const byAge = found.toSorted((one, other) => other.mtimeMs - one.mtimeMs)
  const whole = byAge.filter(({ isReady }) => isReady)
  const leftBehind = byAge.filter(({ isReady, mtimeMs }) => !isReady && Date.now() - mtimeMs > hour)
  for (const { path } of [...whole.slice(keptMost), ...leftBehind]) await dropWhole(folder, path)
}

/** Out of sight first: while it goes, file by file, it would look like the one that was used last. */
async function dropWhole(folder: string, path: string): Promise<void> {
  const gone = newName(folder)
  const isOurs = await rename(path, gone).then(
    () => true,
    () => false,
  )
  if (isOurs) await rm(gone, { recursive: true, force: true })
}

function newName(folder: string): string {
  return join(folder, `.${randomBytes(8).toString('hex')}`)
}

/** A name without a dot in front is only given to what is complete. */
function isWhole(name: string): boolean {
  return !name.startsWith('.')
}

/** The folder of some build that has a part of this name. */
export async function findPart(
  folder: string,
  face: 'console' | 'phone',
  name: string,
): Promise<string | undefined> {
  if (!/^[\w-][\w.-]*$/.test(name)) return undefined
  const builds = (await readdir(folder)).filter(isWhole)
  return builds
    .map((one) => join(folder, one, face, 'assets'))
    .find((root) => existsSync(join(root, name)))
}
