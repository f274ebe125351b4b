import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { allInvariants } from '../invariants.ts'
import { openDb } from '../kernel/db.ts'
import { inOneSnapshot, verdictOn } from '../kernel/invariants.ts'
import { migrate } from '../kernel/migrate.ts'
import { unprivileged } from '../kernel/unprivileged.ts'
import { members } from '../modules/members/table.ts'
import { organizations } from '../modules/organizations/table.ts'
import { seedRules } from '../modules/rules/index.ts'
import * as schema from '../schema.ts'
import { withClient } from '../testing/cluster.ts'
import { postgresPrograms, runProgram } from '../testing/postgres-programs.ts'
import { plant } from '../testing/world.ts'

/** A PostgreSQL with its log archived as docs/operations.md says, and a place for base backups beside it. */
async function openArchived() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'zhixing-pitr-'))
  const user = unprivileged(join(folder, 'none'))
  if (user) fs.chownSync(folder, user.uid, user.gid)
  const [wal, main] = [join(folder, 'wal'), join(folder, 'main')]
  const run = (name: string, args: readonly string[]) => runProgram(folder, name, args)
  fs.mkdirSync(wal)
  if (user) fs.chownSync(wal, user.uid, user.gid)
  await run('initdb', ['-D', main, '-U', 'zhixing', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  fs.appendFileSync(
    join(main, 'postgresql.conf'),
    `listen_addresses = ''\nunix_socket_directories = '${folder}'\nfsync = off\narchive_mode = on\n` +
      `archive_command = 'test ! -f ${wal}/%f && cp %p ${wal}/%f.part && mv ${wal}/%f.part ${wal}/%f'\n`,
  )
  const start = (data: string) =>
    run('pg_ctl', ['start', '-D', data, '-w', '-s', '-l', `${data}.log`])
  const stop = (data: string) => run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w', '-s'])
  await start(main)
  onTestFinished(async () => {
    for (const data of fs.readdirSync(folder))
      if (fs.existsSync(join(folder, data, 'postmaster.pid'))) await stop(join(folder, data))
    fs.rmSync(folder, { recursive: true })
  })
  const url = `postgres://zhixing@localhost/postgres?host=${encodeURIComponent(folder)}`
  return { folder, wal, main, url, run, start, stop }
}

/** What is written now has been archived when the file that holds it has. */
async function archived(url: string, wal: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select pg_walfile_name(pg_switch_wal()) as name',
    )
    while (!fs.existsSync(join(wal, rows[0]?.name ?? ''))) await pause(50)
  })
}

const momentAt = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now')
    return rows[0]?.now ?? ''
  })

/* Skipped where no PostgreSQL with pg_basebackup is installed: ours comes without. */
test.skipIf(!postgresPrograms)(
  'a moment between two backups comes back from a base backup and the archived log',
  { timeout: 180_000 },
  async () => {
    const { folder, wal, main, url, run, start, stop } = await openArchived()
    await migrate(url, schema)
    const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
    await seedRules(db)
    const world = await plant(db)
    const base = join(folder, 'base')
    await run('pg_basebackup', [
      '-h',
      folder,
      '-U',
      'zhixing',
      '-D',
      base,
      '-X',
      'stream',
      '-c',
      'fast',
    ])

    const after = await plant(db)
    const moment = await momentAt(url)
    await pause(20)
    // The mistake, and what was done in good faith after it.
    await db.update(organizations).set({ name: '误改' })
    const late = await plant(db)
    await archived(url, wal)
    await close()
    await stop(main)

    fs.appendFileSync(
      join(base, 'postgresql.conf'),
      `restore_command = 'cp ${wal}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`,
    )
    fs.writeFileSync(join(base, 'recovery.signal'), '')
    await start(base)
    const there = openDb(url, { connectionsMax: 2, guarded: false })
    onTestFinished(() => there.close())
    const stillGoing = () =>
      withClient(
        url,
        async (client) => (await client.query('select pg_is_in_recovery() as on')).rows,
      )
    await expect.poll(stillGoing, { timeout: 60_000 }).toEqual([{ on: false }])

    const names = await there.db
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
    expect(names.map(({ id }) => id)).toEqual(
      expect.arrayContaining([world.county.id, after.county.id]),
    )
    expect(names.map(({ id }) => id)).not.toContain(late.county.id)
    expect(names.filter(({ name }) => name === '误改')).toEqual([])
    expect(await there.db.$count(members, eq(members.unitId, after.county.id))).toBe(3)
    const broken = await inOneSnapshot(there.db, async (tx) => {
      const found: string[] = []
      for (const one of allInvariants())
        if ((await verdictOn(tx, one)).count > 0) found.push(one.key)
      return found
    })
    // The people of a planted world were never registered anywhere.
    expect(broken.filter((key) => key !== 'members.affiliations')).toEqual([])
  },
)
