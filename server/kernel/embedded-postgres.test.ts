import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { Occupied, isEmbeddedRunning, startEmbedded } from './embedded-postgres.ts'
import { pruneLogs } from './postgres-log.ts'

function newHome(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'zhixing-embedded-'))
  // Open to the user that PostgreSQL runs as when root runs the tests.
  fs.chmodSync(folder, 0o711)
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return join(folder, "an odd 'name' $HOME")
}

test('two may share it, and the last one out stops it', { timeout: 60_000 }, async () => {
  const home = newHome()
  const [first, second] = await Promise.all([
    startEmbedded(home, { together: true }),
    startEmbedded(home, { together: true }),
  ])
  await first.stop()
  const client = new Client({ connectionString: second.url })
  await client.connect()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()

  await expect(startEmbedded(home)).rejects.toBeInstanceOf(Occupied)
  await second.stop()
  expect(isEmbeddedRunning(home)).toBe(false)
})

test('its log is kept in files, of which the newest ten stay', () => {
  const home = newHome()
  fs.mkdirSync(join(home, 'logs'), { recursive: true })
  const names = Array.from({ length: 13 }, (_, day) => `postgres-202601${day + 10}-000000.log`)
  for (const name of names) fs.writeFileSync(join(home, 'logs', name), 'x')

  pruneLogs(home)
  expect(fs.readdirSync(join(home, 'logs')).toSorted()).toEqual(names.slice(3))
})
