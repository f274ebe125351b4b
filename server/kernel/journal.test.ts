import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { db } from '../testing/database.ts'
import { leaksIn } from '../testing/leaks.ts'
import { faultOf, textOf } from './fault.ts'
import { journalOf } from './journal.ts'
import { refuseOn } from './refuse.ts'

const idNumber = '990000198005010018'
const phone = '13800000001'
const token = 'q'.repeat(43)

const lineOf = (facts: object) => JSON.stringify({ level: 30, msg: 'x', ...facts })

/** A server that fails as a real one may, and all that it writes down meanwhile. */
async function journalling(fail: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = []
  const logger = journalOf({ level: 'debug', stream: { write: (line) => lines.push(line) } })
  const app = Fastify({ logger })
  refuseOn(app)
  app.get('/doors/:token', fail)
  const { statusCode } = await app.inject({
    url: `/doors/${token}?input=${encodeURIComponent(JSON.stringify({ text: '李白杨' }))}`,
    headers: { cookie: `session=${token}` },
  })
  expect(statusCode).toBe(500)
  await app.inject(`/nowhere/${phone}`)
  await app.close()
  return lines
}

test.each([
  ['a statement with its values', () => db.execute(sql`select ${idNumber}::text from nowhere`)],
  [
    'a value in quotation marks',
    () => db.execute(sql`select set_config('timezone', ${phone}, true)`),
  ],
  ['what is no JSON', async () => JSON.parse(`李白杨 ${phone}`) as unknown],
  ['our own words', async () => Promise.reject(new Error(`李白杨 ${idNumber} ${token}`))],
  [
    'what caused it',
    async () => {
      const cause = new Error(phone)
      throw new AggregateError([new Error(idNumber, { cause })], '李白杨', { cause })
    },
  ],
])('a journal tells which door failed, and not whose data it was: %s', async (_, fail) => {
  const lines = await journalling(fail)
  const text = lines.join('')
  expect(text).toContain('"route":"/doors/:token"')
  expect(text).toMatch(/"err":\{"type":"\w+","message".*"stack":" {4}at /)
  for (const secret of [idNumber, phone, token, '李白杨', encodeURIComponent('李白杨')])
    expect(text).not.toContain(secret)
  expect(leaksIn(lines, new Set([phone, token]))).toEqual([])
})

test('a broken constraint is told by its name, without the row that broke it', async () => {
  const clash = sql`with one as (select ${phone} as phone) insert into organizations (unit_id, id, path, kind, name) select null, null, phone, phone, phone from one`
  const error: unknown = await db.execute(clash).then(
    () => undefined,
    (cause: unknown) => cause,
  )
  const text = textOf(faultOf(error))
  expect(text).toMatch(/insert into organizations[^]*caused by/)
  expect(text).not.toContain(phone)
})

test('whoever reads the journals of the suite finds what must not stand in them', () => {
  const lines = [
    lineOf({ err: { message: '李白杨' } }),
    lineOf({ msg: `call ${phone}` }),
    lineOf({ msg: idNumber }),
    lineOf({ msg: token }),
    lineOf({ req: { url: '/api/x' } }),
    lineOf({ msg: 'Correct-Horse-9' }),
    lineOf({ req: { method: 'GET', route: '/api/members/list' }, time: 1_780_000_000_000 }),
    '知行 Zhixing: 控制台',
  ]
  const found = leaksIn(lines, new Set(['Correct-Horse-9'])).map((one) => one.split(':')[0])
  expect(found).toEqual([
    'a name or a sentence',
    'a phone number',
    'an ID number',
    'a token',
    'the field req.url',
    'a secret that was sent',
  ])
})

test('every server of a test keeps such a journal', () => {
  const folder = join(import.meta.dirname, '..')
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!.*node_modules).*(\.test|testing[/\\][^/\\]*)\.ts$/.test(file))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)
  const own = /from '\.\/app\.ts'/
  const unheard = texts.filter(
    ([file, text]) =>
      /from '(\.\.\/)+(app|packages-origin)\.ts'/.test(text) ||
      (!file.startsWith('testing') && own.test(text)),
  )
  expect(unheard.map(([file]) => file)).toEqual([join('testing', 'app.ts')])
})
