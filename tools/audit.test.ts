import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { traces } from '../server/kernel/trace.ts'
import { sealTraces } from '../server/modules/audit/acts/seal.ts'
import { found } from '../server/modules/organizations/acts/found.ts'
import { db, url } from '../server/testing/database.ts'
import { plant } from '../server/testing/world.ts'

const secret = 'a secret for tests, and for nothing else'
const folder = mkdtempSync(join(tmpdir(), 'zhixing-audit-'))

type Ran = { readonly code: number; readonly stdout: string; readonly stderr?: string }

async function tool(name: string, ...words: string[]): Promise<Ran> {
  const own = { SECRET: secret, DATA_DIR: folder, DATABASE_URL: url }
  const env = { ...process.env, ...own }
  const options = { env, maxBuffer: 1 << 28 }
  const path = join(import.meta.dirname, `${name}.ts`)
  return promisify(execFile)(process.execPath, [path, ...words], options).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (cause: Ran) => cause,
  )
}

/** The lines about one unit: other tests in this database leave chains of their own, some of them broken. */
function about(unitId: string, { stdout }: Ran): string {
  return stdout
    .split('\n')
    .filter((line) => line.includes(unitId))
    .join('\n')
}

test('what was taken out is verified far from its database, and tampering is named', async () => {
  const { organizer, county } = await plant(db)
  const { unitId } = county
  for (const name of ['北支部', '南支部']) {
    await found(organizer, { parentId: county.id, name, kind: 'branch' })
    await sealTraces(organizer, [unitId])
  }
  const [trace] = await db
    .select()
    .from(traces)
    .where(sql`unit_id = ${unitId} and seal = 2`)
  const whole = join(folder, 'whole.ndjson')
  const changed = join(folder, 'changed.ndjson')
  const text = about(unitId, await tool('audit-export'))
  writeFileSync(whole, text)
  writeFileSync(changed, text.replaceAll('南支部', '西支部'))

  expect(about(unitId, await tool('audit-verify'))).toContain('2 seals')
  expect(await tool('audit-verify', '--file', whole)).toMatchObject({ code: 0 })
  const broken = await tool('audit-verify', '--file', changed)
  expect(broken.code).toBe(1)
  expect(broken.stdout).toContain(`第 2 号封存中的留痕 ${trace?.id}：留痕被改动`)

  const short = join(folder, 'short.ndjson')
  const [first = '', second = '', third = ''] = text.split('\n')
  const tip = /"hash":"([^"]+)"/.exec(third)?.[1] ?? ''
  writeFileSync(short, [first, second].join('\n'))
  expect(await tool('audit-verify', '--file', short)).toMatchObject({ code: 0 })
  expect(await tool('audit-verify', '--file', short, '--tip', tip)).toMatchObject({ code: 1 })
  expect(await tool('audit-verify', '--file', whole, '--tip', tip)).toMatchObject({ code: 0 })
}, 60_000)

test('where there is no platform, nothing is founded, and it is said in a sentence', async () => {
  const nowhere = join(folder, 'nowhere')
  const env = { ...process.env, SECRET: secret, DATA_DIR: nowhere, DATABASE_URL: '' }
  const path = join(import.meta.dirname, 'audit-verify.ts')
  const ran = await promisify(execFile)(process.execPath, [path], { env }).catch(
    (cause: Ran) => cause,
  )
  expect(ran).toMatchObject({ code: 2 })
  expect(ran.stderr).toContain('里没有数据')
  expect(ran.stderr).not.toContain('    at ')
  expect(existsSync(nowhere)).toBe(false)
})
