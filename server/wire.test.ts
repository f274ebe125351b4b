import { Refusal, contract, entries } from '@zhixing/contract'
import { describe, expect, test } from 'vitest'
import { routes } from './app.ts'
import type { Implementation } from './kernel/caller.ts'
import { newId } from './kernel/ids.ts'
import { clientOf } from './testing/client.ts'
import { db } from './testing/database.ts'
import { expectRefusal } from './testing/expect.ts'
import { plant, plantClass } from './testing/world.ts'

describe('the wire', () => {
  test('answers a command and a query with what the contract names, and no more', async () => {
    const world = await plant(db)
    const lesson = await plantClass(db, world.east)
    const { command, query } = await clientOf(world.secretary)

    const enrolled = await command('classes.enrol', { ...lesson, memberId: world.member.actor.id })
    const list = await query('classes.list', {})

    expect(enrolled).toMatchObject({ status: 200, body: { seatId: expect.any(String) } })
    expect(Object.keys(list.body.rows[0] ?? {})).toEqual(Object.keys(rowShape))
  })

  test('spares an unchanged answer', async () => {
    const { query } = await clientOf((await plant(db)).secretary)
    const { headers } = await query('classes.list', {})

    const second = await query('classes.list', {}, { 'if-none-match': headers.etag })
    expect(second.status).toBe(304)
  })

  test('refuses with a reason and a sentence', async () => {
    const world = await plant(db)
    const { command } = await clientOf(world.secretary)
    const input = { unitId: newId(), classId: newId(), memberId: newId() }

    const { status, body } = await command('classes.enrol', input)

    expect(status).toBe(404)
    expect(body).toEqual({ reason: 'classes.unknown', message: '没有找到这个培训班' })
  })

  test('says which field is wrong, the same way for queries and commands', async () => {
    const { command, query } = await clientOf((await plant(db)).secretary)
    const post = await command('classes.enrol', {
      unitId: 'x',
      classId: newId(),
      memberId: newId(),
    })
    const get = await query('classes.list', { page: 0 })

    expect([post.status, get.status]).toEqual([400, 400])
    expect(post.body).toMatchObject({ reason: 'input.invalid', issues: [{ path: 'unitId' }] })
    expect(get.body).toMatchObject({ reason: 'input.invalid', issues: [{ path: 'page' }] })
  })

  test('hides what went wrong inside, and gives a number to quote', async () => {
    const { app } = await clientOf((await plant(db)).secretary)
    app.get('/broken', async () => Promise.reject(new Error('secret')))

    const { statusCode, body } = await app.inject({ url: '/broken' })
    expect(statusCode).toBe(500)
    expect(Refusal.parse(JSON.parse(body))).toMatchObject({ requestId: expect.any(String) })
    expect(body).not.toContain('secret')
  })

  test('publishes itself', async () => {
    const { app } = await clientOf((await plant(db)).secretary)
    const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(Object.keys(paths)).toHaveLength(entries.length)
    expect(paths['/api/classes/list'].get.parameters[0].content).toHaveProperty('application/json')
  })
})

const rowShape = contract.classes.list.output.shape.rows.element.shape

describe('every entry of the contract', () => {
  const granted = entries.filter(({ grant }) => grant)

  test.each(granted.map(({ name }) => name))('%s is refused without its grant', async (name) => {
    const [capability = '', verb = ''] = name.split('.')
    const all = routes as unknown as Record<string, Record<string, Implementation<never>>>
    const run = all[capability]?.[verb]
    const { stranger } = await plant(db)

    await expectRefusal(run?.(stranger, {} as never) ?? Promise.resolve(), 'reach.none')
  })
})
