import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openDb } from './kernel/db.ts'
import { openOwnVault } from './own-vault.ts'
import { createDatabase } from './testing/nodes.ts'

const first = 'a secret of more than thirty-two characters'
const other = 'another secret of more than thirty-two chars'
const text = '990000198506150037'

/** A database that nobody has started on, and folders for servers on it. */
async function newPlace(name: string) {
  const { url: server, template, run } = inject('databases')
  const url = await createDatabase(server, `${run}_${name}`, template)
  const { db, close } = openDb(url, { connectionsMax: 4, guarded: false })
  const folder = mkdtempSync(join(tmpdir(), 'zhixing-secret-'))
  onTestFinished(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })
  const open = (at: string, SECRET?: string, CRYPTO: 'international' | 'guomi' = 'international') =>
    openOwnVault({ DATA_DIR: join(folder, at), SECRET, CRYPTO }, db)
  return { open, secretAt: (at: string) => join(folder, at, 'secret') }
}

test('whoever starts first says by which secret a database is sealed, and nobody opens it by another', async () => {
  const { open, secretAt } = await newPlace('secret_named')
  const sealed = (await open('a', first)).seal(text)
  expect((await open('b', first)).open(sealed)).toBe(text)
  // The algorithms may change, the secret may not.
  expect((await open('a', first, 'guomi')).open(sealed)).toBe(text)

  await expect(open('a', other)).rejects.toThrow(/SECRET 不是封存这个数据库的密钥.*SECRET 必须相同/)
  await expect(open('c')).rejects.toThrow(/密钥封存的.*secret 不在.*放回原来的/)
  // Nothing was made that would stand where the right one has to go.
  expect(existsSync(secretAt('c'))).toBe(false)
})

test('a secret that was made at the first start is the one from then on, wherever it is put', async () => {
  const { open, secretAt } = await newPlace('secret_made')
  const began = await Promise.allSettled([open('a'), open('b'), open('a')])
  const [a, b, again] = began.map(({ status }) => status === 'fulfilled')
  // One folder, one secret; of two folders one was first.
  expect([a, again]).toEqual([!b, !b])
  const [kept, lost] = a ? ['a', 'b'] : ['b', 'a']
  await expect(open(lost)).rejects.toThrow(`${lost}/secret 不`)

  const secret = readFileSync(secretAt(kept), 'utf8')
  const sealed = (await open(kept)).seal(text)
  expect((await open('elsewhere', secret.trim())).open(sealed)).toBe(text)
  mkdirSync(dirname(secretAt(lost)), { recursive: true })
  writeFileSync(secretAt(lost), `${other}\n`)
  await expect(open(lost)).rejects.toThrow(`${lost}/secret 不是封存这个数据库的密钥`)
  writeFileSync(secretAt(lost), secret)
  expect((await open(lost)).open(sealed)).toBe(text)
})
