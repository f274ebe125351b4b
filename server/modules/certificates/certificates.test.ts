import { strFromU8, unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { afterClass, graduate, holdLessons, plantLessons, since } from '../../testing/graduation.ts'
import { plant, plantCaller, visit } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { issue } from './acts/issue.ts'
import { revoke } from './acts/revoke.ts'
import { verify } from './acts/verify.ts'
import { listCertificates, listChecks, listMyCertificates } from './views/list.ts'

let world: World
let first: Person
let second: Person
let away: Person
let keeper: Person
let key: Awaited<ReturnType<typeof plantLessons>>
beforeEach(async () => {
  world = await plant(db)
  first = await plantCaller(db, world.east, { name: '陈书禾', nameKey: 'chenshuhe' })
  second = await plantCaller(db, world.west, { name: '林听涛', nameKey: 'lintingtao' })
  away = await plantCaller(db, world.east, { name: '谢远山', nameKey: 'xieyuanshan' })
  keeper = since(world.organizer)
  key = await plantLessons(world, [first, second, away])
})

const cookies = { session: 'of the test' }
const ofClass = () => ({ unitId: key.unitId, classId: key.classId })
const list = async (text = '') =>
  listCertificates(keeper, { ...ofClass(), text, page: 1, size: 20 })

async function issued() {
  await holdLessons(world, key, [[away, 2]])
  await graduate(world, key)
  await issue(keeper, ofClass())
  const { rows } = await list()
  const [one] = rows
  if (!one) throw new Error('nothing was issued')
  return { one, code: one.path.split('/').at(-1) ?? '' }
}

/** A stranger with a phone, somewhere. */
const stranger = (address = '203.0.113.77') => ({
  ...since(world.stranger),
  actor: undefined,
  visit: { ...visit, address },
})

describe('issuing', () => {
  test('waits for the graduation, and leaves out who was away longer than a seventh', async () => {
    await expectRefusal(issue(keeper, ofClass()), 'certificates.notCompleted')
    expect(await list()).toMatchObject({
      waiting: 0,
      notYet: '“党支部书记培训班”还没有办理结业，不能发证书',
      total: 0,
    })
    await holdLessons(world, key, [[away, 2]])
    expect(await graduate(world, key)).toEqual({ passed: 2, failed: 1 })
    expect(await list()).toMatchObject({ waiting: 2, notYet: '', mayIssue: true })
    await expectRefusal(
      issue(keeper, { ...ofClass(), issuedOn: '2026-06-11' }),
      'certificates.dayWrong',
    )
    await expectRefusal(
      issue(keeper, { ...ofClass(), issuedOn: '2026-06-30' }),
      'certificates.dayWrong',
    )

    const answers = await Promise.all([issue(keeper, ofClass()), issue(keeper, ofClass())])
    expect(answers.map((one) => one.issued).toSorted((a, b) => a - b)).toEqual([0, 2])
    const { rows, held, waiting } = await list()
    expect([held, waiting]).toEqual([2, 0])
    expect(rows).toMatchObject([
      { name: '陈书禾', number: '党培结字〔2026〕第0001号', minutes: 1440, issuedOn: '2026-06-12' },
      { name: '林听涛', number: '党培结字〔2026〕第0002号', issuerName: '县委' },
    ])
    expect(new Set(rows.map(({ path }) => path)).size).toBe(2)
    expect(rows[0]?.path).toMatch(/^\/certificates\/[\w-]{22}$/)
    expect((await list('林听')).rows.map(({ name }) => name)).toEqual(['林听涛'])
  })

  test('is for who leads the class; others see their own certificate and no more', async () => {
    const { one } = await issued()
    const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
    await expectRefusal(issue(neighbour, ofClass()), 'reach.none')
    const there = { unitId: key.unitId, certificateId: one.certificateId, reason: '填错了' }
    await expectRefusal(revoke(neighbour, there), 'reach.none')
    const other = await plant(db)
    await expectRefusal(issue(since(other.organizer), ofClass()), 'classes.unknown')
    await expectRefusal(revoke(since(other.organizer), there), 'certificates.unknown')
    expect((await listMyCertificates(first, {})).rows).toMatchObject([{ number: one.number }])
    expect((await listMyCertificates(away, {})).rows).toEqual([])
  })
})

describe('a stranger', () => {
  test('sees what was certified, each look is kept with half the address, and a code cannot be guessed', async () => {
    const { one, code } = await issued()
    expect(await verify(stranger(), { code })).toMatchObject({
      state: 'valid',
      certified: { name: '陈书禾', className: '党支部书记培训班', number: one.number },
    })
    await verify(stranger('198.51.100.9'), { code })
    const checks = await listChecks(keeper, {
      unitId: key.unitId,
      certificateId: one.certificateId,
      page: 1,
      size: 20,
    })
    expect(checks.rows.map(({ address }) => address).toSorted()).toEqual([
      '198.51.*.*',
      '203.0.*.*',
    ])
    expect((await list()).rows[0]).toMatchObject({ checks: 2, checkedAt: afterClass.toISOString() })

    const wrong = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
    for (const nothing of [wrong, 'x', "' or true --", '../../etc/passwd'])
      expect(await verify(stranger(), { code: nothing })).toEqual({
        state: 'unknown',
        certified: null,
      })
  })

  test('who tries out codes is slowed down, and nobody else with them', async () => {
    const { code } = await issued()
    const attempts = Array.from({ length: 61 }, () => verify(stranger('192.0.2.1'), { code: 'no' }))
    const refused = (await Promise.allSettled(attempts)).filter(
      ({ status }) => status === 'rejected',
    )
    expect(refused).toHaveLength(1)
    await expectRefusal(verify(stranger('192.0.2.1'), { code }), 'certificates.tooMany')
    expect((await verify(stranger('192.0.2.2'), { code })).state).toBe('valid')
    const later = { ...stranger('192.0.2.1'), now: () => new Date(afterClass.getTime() + 61_000) }
    expect((await verify(later, { code })).state).toBe('valid')
  })

  test('a revoked one is shown as revoked, with the reason; a new one may take its place', async () => {
    const { one, code } = await issued()
    const there = { unitId: key.unitId, certificateId: one.certificateId }
    await revoke(keeper, { ...there, reason: '姓名写错' })
    await expectRefusal(revoke(keeper, { ...there, reason: '再撤一次' }), 'certificates.revoked')
    expect(await verify(stranger(), { code })).toMatchObject({
      state: 'revoked',
      certified: { revokedOn: '2026-06-12', revokeReason: '姓名写错' },
    })
    expect((await tracesIn(db, world)).map(({ command }) => command)).toContain(
      'certificates.revoke',
    )
    expect(await issue(keeper, ofClass())).toEqual({ issued: 1 })
    expect((await list()).rows.map(({ number }) => number)).toEqual([
      '党培结字〔2026〕第0002号',
      '党培结字〔2026〕第0003号',
      one.number,
    ])
  })
})

describe('on paper and in the browser', () => {
  test('a certificate is a small PDF for its owner and the class, a page each, or a file each in one archive', async () => {
    const { one } = await issued()
    const { app } = await clientOf(first)
    const at = `/api/certificates/${key.unitId}`
    const own = await app.inject({ url: `${at}/${one.certificateId}/certificate.pdf`, cookies })
    expect(own.headers['content-type']).toBe('application/pdf')
    expect(own.rawPayload.length).toBeLessThan(20_000)
    expect(await PDFDocument.load(own.rawPayload).then((pdf) => pdf.getPageCount())).toBe(1)
    expect((await app.inject({ url: `${at}/class/${key.classId}/pdf`, cookies })).statusCode).toBe(
      404,
    )

    const desk = await clientOf(keeper)
    const all = await desk.app.inject({ url: `${at}/class/${key.classId}/pdf`, cookies })
    expect((await PDFDocument.load(all.rawPayload)).getPageCount()).toBe(2)
    const zip = await desk.app.inject({ url: `${at}/class/${key.classId}/zip`, cookies })
    const files = unzipSync(zip.rawPayload)
    expect(Object.keys(files)).toEqual([
      '党培结字〔2026〕第0001号 陈书禾.pdf',
      '党培结字〔2026〕第0002号 林听涛.pdf',
    ])
    expect(Object.values(files).map((bytes) => strFromU8(bytes.slice(0, 5)))).toEqual([
      '%PDF-',
      '%PDF-',
    ])
    const beside = await (
      await clientOf(second)
    ).app.inject({
      url: `${at}/${one.certificateId}/certificate.pdf`,
      cookies,
    })
    expect(beside.statusCode).toBe(404)
    await revoke(keeper, { unitId: key.unitId, certificateId: one.certificateId, reason: '作废' })
    const gone = await app.inject({ url: `${at}/${one.certificateId}/certificate.pdf`, cookies })
    expect(gone.statusCode).toBe(404)
  })

  test('the page needs no script and no session, is kept nowhere, and is calm about a wrong address', async () => {
    const { one, code } = await issued()
    const { app } = await clientOf({ ...since(world.stranger) })
    const answer = await app.inject({ url: `/certificates/${code}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
    expect(answer.body).toContain(one.number)
    expect(answer.body).not.toContain('<script')
    const wrong = await app.inject({ url: '/certificates/nothing-of-the-kind' })
    expect(wrong.statusCode).toBe(404)
    expect(wrong.body).toContain('没有这张证书')
  })
})
