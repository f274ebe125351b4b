import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { canEnter } from './kernel/unprivileged.ts'
import type { User } from './kernel/unprivileged.ts'
import { noteSaid } from './testing/app.ts'
import {
  buildPages,
  launch as start,
  newFolder,
  postmasterOf,
  processesOf,
  removeFolder,
  serverOf,
  survivors,
} from './testing/launch.ts'
import { createDatabase } from './testing/nodes.ts'

/* The real thing, started and ended in every way that happens to servers. Linux tells who is whose child. */
const isRoot = process.getuid?.() === 0
const nobody: User = { uid: 65_534, gid: 65_534 }
const users: [string, User | undefined][] = [['the user who runs the tests', undefined]]
if (isRoot && canEnter(import.meta.dirname, nobody)) users.push(['an ordinary user', nobody])

beforeAll(buildPages, 300_000)

/** With all that it can tell, kept for whoever reads the journals of the suite. */
function launch(...[folder, environment, user]: Parameters<typeof start>) {
  const launched = start(folder, { LOG_LEVEL: 'debug', ...environment }, user)
  void launched.ended.then(({ said }) => noteSaid(said))
  return launched
}

function ownFolder(user?: User): string {
  const folder = newFolder(user)
  onTestFinished(() => removeFolder(folder))
  return folder
}

const kept = new Map<User | undefined, string>()
afterAll(() => kept.forEach(removeFolder))

/** Where the user's platform has its data: made by whoever comes first, and found again by the others. */
function homeOf(user?: User): string {
  const folder = kept.get(user) ?? newFolder(user)
  kept.set(user, folder)
  return folder
}

const status = async (address: string) => (await fetch(address)).status
const elsewhere = process.platform !== 'linux'

describe.skipIf(elsewhere).each(users)('npm start as %s', { timeout: 60_000 }, (_, user) => {
  test('serves, refuses a second one, and leaves nothing behind', async () => {
    const folder = homeOf(user)
    const first = launch(folder, {}, user)
    const address = await first.address
    expect(await status(`${address}/health`)).toBe(200)
    expect(await status(`${address}/ready`)).toBe(200)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)

    const second = await launch(folder, {}, user).ended
    expect(second.code).toBe(1)
    expect(second.said.trim().split('\n')).toHaveLength(1)
    expect(second.said).toContain(`already running at ${address.replace('127.0.0.1', 'localhost')}`)
    expect(await status(`${address}/ready`)).toBe(200)

    const pids = processesOf(first, folder)
    expect(pids.length).toBeGreaterThan(5)
    expect(await first.stop()).toBe(0)
    expect(await survivors(pids)).toEqual([])
  })

  test('starts again after everything was killed, and after its launcher was', async () => {
    const folder = homeOf(user)
    const killed = launch(folder, {}, user)
    await killed.address
    const [server, postmaster] = [serverOf(killed), postmasterOf(folder) ?? 0]
    for (const pid of [killed.process.pid ?? 0, server, postmaster]) process.kill(pid, 'SIGKILL')
    await killed.ended

    const orphaned = launch(folder, {}, user)
    await orphaned.address
    const pids = processesOf(orphaned, folder)
    orphaned.process.kill('SIGKILL')
    expect(await survivors(pids)).toEqual([])

    const last = launch(folder, {}, user)
    expect(await status(`${await last.address}/ready`)).toBe(200)
    expect(await last.stop()).toBe(0)
  })
})

describe.skipIf(elsewhere)('when one of the two is killed', { timeout: 60_000 }, () => {
  test('stops PostgreSQL for a server that was killed', async () => {
    const folder = homeOf()
    const launched = launch(folder)
    await launched.address
    const pids = processesOf(launched, folder)
    process.kill(serverOf(launched), 'SIGKILL')
    expect((await launched.ended).code).toBe(137)
    expect(await survivors(pids)).toEqual([])
  })

  test('takes over a PostgreSQL that outlived its server', async () => {
    const folder = homeOf()
    const killed = launch(folder)
    await killed.address
    const [server, postmaster] = [serverOf(killed), postmasterOf(folder)]
    killed.process.kill('SIGKILL')
    process.kill(server, 'SIGKILL')
    await killed.ended

    const next = launch(folder)
    await next.address
    expect(postmasterOf(folder)).toBe(postmaster)
    await next.stop()
    expect(postmasterOf(folder)).toBeUndefined()
  })

  test('brings back a PostgreSQL that was killed under it', async () => {
    const folder = homeOf()
    const launched = launch(folder)
    const address = await launched.address
    process.kill(postmasterOf(folder) ?? 0, 'SIGKILL')

    await expect.poll(() => status(`${address}/ready`), { timeout: 20_000 }).toBe(503)
    await expect.poll(() => status(`${address}/ready`), { timeout: 40_000 }).toBe(200)
    const pids = processesOf(launched, folder)
    expect(await launched.stop()).toBe(0)
    expect(await survivors(pids)).toEqual([])
  })
})

describe.skipIf(elsewhere)('npm start', { timeout: 60_000 }, () => {
  test('may be stopped while it is still arriving', async () => {
    const folder = ownFolder()
    const launched = launch(folder)
    await expect.poll(() => postmasterOf(folder), { timeout: 20_000, interval: 10 }).toBeDefined()
    const pids = processesOf(launched, folder)
    expect(await launched.stop()).toBe(0)
    expect(await survivors(pids)).toEqual([])
    await expect(launched.address).rejects.toThrow('ended with 0')
  })

  test('uses the database it is told to, and starts none', async () => {
    const { url, run } = inject('databases')
    const folder = ownFolder()
    const launched = launch(folder, { DATABASE_URL: await createDatabase(url, `${run}_start`) })
    expect(await status(`${await launched.address}/ready`)).toBe(200)
    expect(postmasterOf(folder)).toBeUndefined()
    expect(await launched.stop()).toBe(0)
  })

  test.runIf(isRoot && canEnter(import.meta.dirname, nobody))(
    'says that our own PostgreSQL needs a user with a name',
    async () => {
      const nameless = { uid: 54_321, gid: 54_321 }
      const { code, said } = await launch(ownFolder(nameless), {}, nameless).ended
      expect(code).toBe(1)
      expect(said).toContain('set DATABASE_URL')
    },
  )

  test.concurrent.each([
    ['another has its port', async () => ({ PORT: await takenPort() }), 'is in use'],
    ['it has no such address', async () => ({ HOST: '192.0.2.1' }), 'check HOST'],
  ])('says in one line what keeps it from listening: %s', async (what, settings, sentence) => {
    // Taken before anything is waited for: beside others, a test can give something back only as it begins.
    const folder = ownFolder()
    const wish = await settings()
    const { url, run, template } = inject('databases')
    const name = `${run}_start_${what.length}`
    const DATABASE_URL = await createDatabase(url, name, template)
    const ended = await launch(folder, { DATABASE_URL, ...wish }).ended
    expect(ended).toEqual({ code: 1, said: oneLineWith(sentence) })
  })

  test.concurrent.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number'],
    [{ DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' }, 'ECONNREFUSED'],
    [{ DATA_DIR: '/dev/null/data' }, 'check DATA_DIR'],
  ])('says in one line why it does not start with %o', async (environment, sentence) => {
    const ended = await launch(ownFolder(), environment).ended
    expect(ended).toEqual({ code: 1, said: oneLineWith(sentence) })
  })
})

async function takenPort(): Promise<string> {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  return String((other.address() as AddressInfo).port)
}

/** Nothing before it and nothing after it. */
function oneLineWith(sentence: string): unknown {
  return expect.stringMatching(new RegExp(String.raw`^.*${sentence}.*\s*$`))
}
