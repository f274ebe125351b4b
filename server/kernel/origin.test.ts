import { expect, test } from 'vitest'
import { clientOf } from '../testing/client.ts'
import { db } from '../testing/database.ts'
import { plant } from '../testing/world.ts'

const url = '/api/accounts/signOut'
const headers = { host: 'zhixing.example', 'content-type': 'application/json' }

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
  ['an old browser elsewhere', { origin: 'http://elsewhere.example' }],
  ['a page without an origin', { origin: 'null' }],
])('nothing is changed on behalf of %s', async (_, foreign) => {
  const { app } = await clientOf((await plant(db)).secretary)
  const asked = { method: 'POST', url, payload: '{}', headers: { ...headers, ...foreign } } as const
  const { statusCode, body } = await app.inject(asked)
  expect(statusCode).toBe(403)
  expect(JSON.parse(body)).toMatchObject({ reason: 'identity.foreign' })
})

test.each([
  ['our own page', { 'sec-fetch-site': 'same-origin' }],
  ['our own page in an old browser', { origin: 'http://zhixing.example' }],
  ['a program', {}],
])('%s may', async (_, own) => {
  const { app } = await clientOf((await plant(db)).secretary)
  const cookies = { session: 'x' }
  const asked = {
    method: 'POST',
    url,
    cookies,
    payload: '{}',
    headers: { ...headers, ...own },
  } as const
  expect((await app.inject(asked)).statusCode).toBe(200)
})

test('a form that only looks like JSON is not read', async () => {
  const { app } = await clientOf((await plant(db)).secretary)
  const form = { ...headers, 'content-type': 'text/plain' }
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url,
    payload: '{}',
    headers: form,
  })
  expect(statusCode).toBe(415)
  expect(JSON.parse(body)).toMatchObject({ reason: 'input.unreadable' })
})
