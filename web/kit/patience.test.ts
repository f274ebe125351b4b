import { expect, test } from 'vitest'
import { patiently } from './patience.ts'

const busy = { reason: 'server.busy', message: '同时办理的人较多，请 2 秒后再试' }

function answering(...statuses: readonly [number, object?][]) {
  let sent = 0
  const send = async () => {
    const [status, body] = statuses[Math.min(sent, statuses.length - 1)] ?? [200, {}]
    sent += 1
    const headers = status === 503 ? { 'retry-after': '0.01' } : {}
    return new Response(JSON.stringify(body), { status, headers })
  }
  return { send, sent: () => sent }
}

test('comes again when the server says so, a question as well as what was not begun', async () => {
  for (const method of ['GET', 'POST']) {
    const { send, sent } = answering([503, busy], [503, busy], [200, { ok: true }])
    const response = await patiently(send, { method })
    expect([response.status, sent()]).toEqual([200, 3])
    expect(await response.json()).toEqual({ ok: true })
  }
})

test('repeats no command of which nobody knows whether it was begun', async () => {
  const away = answering([503, { reason: 'server.failed' }], [200])
  expect((await patiently(away.send, { method: 'POST' })).status).toBe(503)
  expect(away.sent()).toBe(1)
  expect((await patiently(answering([503, {}], [200]).send, {})).status).toBe(200)
  expect((await patiently(answering([500], [200]).send, {})).status).toBe(500)
})

test('gives up in the end, and hands on the sentence', async () => {
  const { send, sent } = answering([503, busy])
  const response = await patiently(send, { method: 'POST' })
  expect([response.status, sent(), await response.json()]).toEqual([503, 5, busy])
})

async function sendAway(): Promise<Response> {
  return new Response(JSON.stringify(busy), { status: 503, headers: { 'retry-after': '30' } })
}

test('leaves the line when nobody wants the answer any more', async () => {
  const leaving = new AbortController()
  const answer = patiently(sendAway, { signal: leaving.signal })
  queueMicrotask(() => leaving.abort())
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})
