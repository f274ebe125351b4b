import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal, entries } from '@zhixing/contract'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from './testing/app.ts'
import { db } from './testing/database.ts'
import { inputsOf } from './testing/inputs.ts'
import { files, noon, plant, vault } from './testing/world.ts'
import type { Person } from './testing/world.ts'

/* What is sent to fall a server: too deep, too long, too many, too slow. Each is answered, or its line is cut. */
let app: FastifyInstance
let port: number
let person: Person
beforeAll(async () => {
  person = (await plant(db)).organizer
  app = await buildApp({ db, now: () => noon, vault, files, identify: async () => person.actor })
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

const cookies = { session: 'of the test' }
const deep = `${'['.repeat(3_000)}${']'.repeat(3_000)}`
const deepObjects = `${'{"a":'.repeat(1_500)}1${'}'.repeat(1_500)}`

test('however deep a value lies, every verb answers with a reason', async () => {
  for (const entry of entries) {
    const [shape] = fc.sample(inputsOf(entry, [person.actor.unitId]), { seed: 1, numRuns: 1 })
    const keys = Object.keys(typeof shape === 'object' && shape ? shape : {})
    const url = `/api/${entry.name.replace('.', '/')}`
    const inside = keys.slice(0, 2).map((key) => withBomb(shape as object, key, deep))
    for (const input of [deepObjects, ...inside]) {
      const headers = { 'content-type': 'application/json' }
      const { statusCode, body } = await (entry.kind === 'query'
        ? app.inject({ url, query: { input }, cookies })
        : app.inject({ method: 'POST', url, payload: input, headers, cookies }))
      expect([entry.name, statusCode >= 500, body]).toEqual([entry.name, false, body])
    }
  }
}, 120_000)

function withBomb(shape: object, key: string, bomb: string): string {
  return JSON.stringify({ ...shape, [key]: '@bomb' }).replace('"@bomb"', bomb)
}

test('a body of many megabytes, and one that is no JSON at its end, are refused with a sentence', async () => {
  const url = '/api/organizations/found'
  const headers = { 'content-type': 'application/json' }
  for (const payload of [`"${'x'.repeat(3_000_000)}"`, '['.repeat(500_000), '{"a":1}x', '']) {
    const answer = await app.inject({ method: 'POST', url, payload, headers, cookies })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(Refusal.parse(answer.json()).message).toMatch(/[\u4e00-\u9fff]/)
  }
})

const boundary = 'bomb'
const part = (head: string, body = 'x') => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`
const file = 'Content-Disposition: form-data; name="file"; filename="a.pdf"'

test.each([
  ['a thousand files', part(file).repeat(1_000)],
  ['a hundred thousand fields', part('Content-Disposition: form-data; name="f"').repeat(100_000)],
  ['a head of a megabyte', part(`${file}\r\nX-Long: ${'x'.repeat(1_000_000)}`)],
  ['thousands of heads', part(`${file}\r\n${'X-A: 1\r\n'.repeat(50_000)}`)],
  ['a name of a megabyte', part(file.replace('a.pdf', 'a'.repeat(1_000_000)))],
  ['no end', `--${boundary}\r\n${file}\r\n\r\n%PDF-1.7`],
  ['boundaries only', `--${boundary}\r\n`.repeat(100_000)],
])('a form with %s is refused at once', async (_, payload) => {
  const began = performance.now()
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/api/files/upload',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    cookies,
    payload,
  })
  expect([statusCode >= 400 && statusCode < 500, body]).toEqual([true, body])
  expect(Refusal.parse(JSON.parse(body)).message).toMatch(/[\u4e00-\u9fff]/)
  expect(performance.now() - began).toBeLessThan(10_000)
})

/** Speaks by hand, and hears all that comes until the line is cut or somebody lost patience. */
async function speak(...words: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (bytes) => (heard += bytes.toString()))
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const word of words) socket.write(word)
  await Promise.race([closed, pause(4_000)])
  socket.destroy()
  return heard
}

test.each([
  [
    'a hundred kilobytes of heads',
    ['GET / HTTP/1.1\r\nHost: a\r\n', `X: ${'x'.repeat(100_000)}\r\n\r\n`],
  ],
  [
    'an address of a hundred kilobytes',
    [`GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ],
  [
    'two lengths',
    [
      'POST /api/accounts/signIn HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde',
    ],
  ],
  [
    'a length and pieces',
    [
      'POST /api/accounts/signIn HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n',
    ],
  ],
  ['no host', ['GET /health HTTP/1.1\r\n\r\n']],
])('a call with %s is refused', async (_, words) => {
  const heard = await speak(...words)
  expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(heard).not.toContain('"ok":true')
})

test('a line on which nothing comes is cut', () => {
  expect(app.server.headersTimeout).toBeGreaterThan(0)
  expect(app.server.headersTimeout).toBeLessThanOrEqual(60_000)
  expect(app.server.requestTimeout).toBeGreaterThan(0)
})
