import { Refusal, contract, entries } from '@zhixing/contract'
import { describe, expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { clientOf } from './testing/client.ts'
import { db } from './testing/database.ts'
import { plant } from './testing/world.ts'

describe('the wire', () => {
  test('answers a command and a query with what the contract names, and no more', async () => {
    const world = await plant(db)
    const { command, query } = await clientOf(world.organizer)

    const input = { parentId: world.county.id, name: '北支部', kind: 'branch' } as const
    const founded = await command('organizations.found', input)
    const list = await query('organizations.list', {})

    expect(founded).toMatchObject({ status: 200, body: { organizationId: expect.any(String) } })
    expect(Object.keys(list.body.rows[0] ?? {})).toEqual(Object.keys(rowShape))
  })

  test('spares an unchanged answer', async () => {
    const { query } = await clientOf((await plant(db)).secretary)
    const { headers } = await query('organizations.list', {})

    const second = await query('organizations.list', {}, { 'if-none-match': headers.etag })
    expect(second.status).toBe(304)
  })

  test('refuses with a reason and a sentence', async () => {
    const { command } = await clientOf((await plant(db)).organizer)
    const input = { parentId: newId(), name: '北支部', kind: 'branch' } as const

    const { status, body } = await command('organizations.found', input)

    expect(status).toBe(404)
    expect(body).toEqual({ reason: 'organizations.unknown', message: '没有找到这个党组织' })
  })

  test('says which field is wrong, the same way for queries and commands', async () => {
    const { command, query } = await clientOf((await plant(db)).organizer)
    const post = await command('organizations.found', {
      parentId: 'x',
      name: '北支部',
      kind: 'branch',
    })
    const get = await query('organizations.list', { page: 0 })

    expect([post.status, get.status]).toEqual([400, 400])
    expect(post.body).toMatchObject({ reason: 'input.invalid', issues: [{ path: 'parentId' }] })
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
    expect(paths['/api/organizations/list'].get.parameters[0].content).toHaveProperty(
      'application/json',
    )
  })
})

const rowShape = contract.organizations.list.output.shape.rows.element.shape

test('the wire says what is wrong with a field in plain words, without types or patterns', async () => {
  const { app, query } = await clientOf((await plant(db)).organizer)
  const input = { parentId: 'x', name: '', kind: 'hall' }
  const url = '/api/organizations/found'
  const post = await app.inject({ method: 'POST', url, cookies: { session: 'x' }, payload: input })
  const get = await query('organizations.list', { page: 0 })
  const torn = await app.inject({ url: '/api/organizations/list?input=%7B' })

  const { issues } = Refusal.parse(post.json())
  expect(issues).toEqual([
    { path: 'parentId', message: '所选内容无法识别，请重新选择' },
    { path: 'name', message: '没有填写' },
    { path: 'kind', message: '选项不在可选范围内，请重新选择' },
  ])
  expect(Refusal.parse(get.body).issues).toEqual([{ path: 'page', message: '不能小于 1' }])
  expect(torn.body).not.toContain('JSON')
})
