import { request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { inTransaction } from '../../kernel/db.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { compoundFileOf, tableOf } from '../../testing/workbooks.ts'
import { mp4 } from '../../testing/videos.ts'
import { files, noon, plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { fileKeepers } from '../../chores.ts'
import { sweepFiles } from './acts/sweep.ts'
import { attachFile, detachFile } from './index.ts'

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 'x')])
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500)])
const docx = zipSync({ 'word/document.xml': strToU8('<w/>') })
const boundary = 'zhixing-test'

function formOf(name: string, content: Uint8Array): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

async function uploadAs(caller: Person, name: string, content: Uint8Array, purpose = 'document') {
  const { app } = await clientOf(caller)
  const answer = await app.inject({
    method: 'POST',
    url: `/api/files/upload?purpose=${purpose}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    cookies: { session: 'of the test' },
    payload: formOf(name, content),
  })
  return { status: answer.statusCode, body: answer.json() }
}

async function downloadAs(caller: Person, { unitId, fileId }: { unitId: string; fileId: string }) {
  const { app } = await clientOf(caller)
  const url = `/api/files/${unitId}/${fileId}`
  return app.inject({ url, cookies: { session: 'of the test' } })
}

let world: World
beforeEach(async () => {
  world = await plant(db)
})

test('come back as they went in, under their own name, to whoever sent them', async () => {
  const sent = await uploadAs(world.secretary, '会议照片 一.png', png)
  expect(sent.body).toMatchObject({ name: '会议照片 一.png', bytes: png.length })

  const { headers, rawPayload } = await downloadAs(world.secretary, sent.body)
  expect(rawPayload.equals(png)).toBe(true)
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('会议照片 一.png')}`,
  })
})

test.each([
  ['a picture that is no picture', '照片.png', pdf, 'files.kind'],
  [
    'a document with a program in it',
    '通知.docx',
    zipSync({ 'word/document.xml': new Uint8Array(9), 'word/vbaProject.bin': new Uint8Array(9) }),
    'files.kind',
  ],
  ['a page of markup called a document', '通知.pdf', Buffer.from('<script>'), 'files.kind'],
  ['a program', '工具.exe', Buffer.from('MZ'), 'files.type'],
  ['a name without an end', '工具', Buffer.from('MZ'), 'files.type'],
  ['an empty file', '通知.pdf', Buffer.alloc(0), 'files.empty'],
  [
    'a file beyond the limit',
    '通知.pdf',
    Buffer.concat([pdf, Buffer.alloc(26 * 1024 * 1024)]),
    'files.large',
  ],
])('refuse %s, and keep nothing of it', async (_, name, content, reason) => {
  const { status, body } = await uploadAs(world.secretary, name, content)
  expect([status, body.reason]).toEqual([422, reason])
  expect(body.message).toContain(name)
  expect(await left()).toEqual([])
})

test.each([
  ['通知.docx', docx],
  ['名单.txt', Buffer.from('张三\n')],
])('take %s', async (name, content) => {
  expect(await uploadAs(world.secretary, name, content)).toMatchObject({ status: 200 })
})

test('lose their folders and their hidden signs on the way in', async () => {
  const names = ['../../etc/通知.pdf', 'C:\\会议\\通知.pdf', '.\u202e通知.pdf']
  for (const name of names) {
    const { body } = await uploadAs(world.secretary, name, pdf)
    expect(body.name).toBe('通知.pdf')
  }
})

test('as tables, say what is wrong with a table', async () => {
  const taken = await uploadAs(world.secretary, '名册.xlsx', tableOf([['姓名']]), 'table')
  const old = compoundFileOf('Workbook')
  const refused = await uploadAs(world.secretary, '名册.xls', old, 'table')
  expect(taken.status).toBe(200)
  expect(refused.body.reason).toBe('sheets.oldFormat')
})

test('are asked for by nobody, and a form without one is refused', async () => {
  const { app } = await clientOf({ ...world.stranger, actor: undefined })
  const { statusCode } = await app.inject({ method: 'POST', url: '/api/files/upload' })
  expect(statusCode).toBe(401)

  const signed = await clientOf(world.secretary)
  const cookies = { session: 'of the test' }
  const empty = await signed.app.inject({ method: 'POST', url: '/api/files/upload', cookies })
  expect(empty.json()).toMatchObject({ reason: 'files.missing' })
})

test('leave nothing behind when the sender goes away', async () => {
  const { app } = await clientOf(world.secretary)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const headers = {
    cookie: 'session=of-the-test',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': 1_000_000,
  }
  const call = httpRequest({ port, method: 'POST', path: '/api/files/upload', headers })
  call.on('error', () => undefined)
  call.write(formOf('通知.pdf', Buffer.concat([pdf, Buffer.alloc(200_000)])).subarray(0, 150_000))
  await expect.poll(left).toHaveLength(1)

  call.destroy()

  await expect.poll(left).toEqual([])
  await app.close()
})

test('of two gigabytes is refused while its sender has hardly begun', async () => {
  const { app } = await clientOf(world.secretary)
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': 2_000_000_000,
    cookie: 'session=of the test',
  }
  const path = '/api/files/upload?purpose=package'
  const call = httpRequest({ port, method: 'POST', path, headers })
  call.on('error', () => undefined)
  const answer = new Promise<IncomingMessage>((resolve) => call.on('response', resolve))
  call.write(formOf('课件.zip', zipSync({ a: pdf })).subarray(0, 300))

  const { statusCode, headers: said } = await answer
  expect(statusCode).toBe(422)
  expect(said).toMatchObject({ connection: 'close' })
  expect(await left()).toEqual([])
  call.destroy()
  await app.close()
})

test('is unseen by all but its uploader until it hangs there', async () => {
  const { body } = await uploadAs(world.secretary, '通知.pdf', pdf)
  expect((await downloadAs(world.organizer, body)).statusCode).toBe(404)
  expect((await downloadAs(world.secretary, { ...body, unitId: newId() })).statusCode).toBe(404)
})

test('hangs there once, and only by its uploader', async () => {
  const { body } = await uploadAs(world.secretary, '通知.pdf', pdf)
  const other = await plantCaller(db, world.west, { office: 'secretary' })
  const hanging = { ...body, subject: `notice:${newId()}`, path: world.east.path }
  const hang = (caller: Person, changes = {}) =>
    inTransaction(db, (tx) =>
      attachFile(tx, { ...hanging, accountId: caller.actor.accountId, ...changes }),
    )

  await expectRefusal(hang(other), 'files.unknown')
  await hang(world.secretary)
  await hang(world.secretary)
  await expectRefusal(hang(world.secretary, { subject: 'notice:another' }), 'files.taken')

  await inTransaction(db, (tx) => detachFile(tx, { ...hanging, now: noon }))
  expect((await downloadAs(world.secretary, body)).statusCode).toBe(404)
})

async function left(): Promise<string[]> {
  return readdir(join(tmpdir(), `zhixing-files-${process.pid}`, 'incoming'))
}

test.each([
  ['bytes=0-8', { status: 206, part: [0, 9], words: 'bytes 0-8/2009' }],
  ['bytes=2000-', { status: 206, part: [2000, 2009], words: 'bytes 2000-2008/2009' }],
  ['bytes=-9', { status: 206, part: [2000, 2009], words: 'bytes 2000-2008/2009' }],
  ['bytes=9-99999', { status: 206, part: [9, 2009], words: 'bytes 9-2008/2009' }],
  ['bytes=0-1,5-9', { status: 200, part: [0, 2009], words: undefined }],
  ['bytes=2009-', { status: 416, part: [0, 0], words: 'bytes */2009' }],
])('a player that asks for %s gets that part', async (range, { status, part, words }) => {
  const sent = await uploadAs(world.secretary, '课件.pdf', pdf)
  const { app } = await clientOf(world.secretary)
  const { unitId, fileId } = sent.body
  const answer = await app.inject({
    url: `/api/files/${unitId}/${fileId}`,
    headers: { range },
    cookies: { session: 'of the test' },
  })
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-range']).toBe(words)
  expect(answer.rawPayload.equals(pdf.subarray(...part))).toBe(true)
})

test('a video that was cut off on its way is refused when it comes, and one that is whole is kept', async () => {
  const whole = mp4(95)
  const cut = await uploadAs(world.secretary, '党课.mp4', whole.subarray(0, -900), 'video')
  expect(cut).toMatchObject({ status: 422, body: { reason: 'files.videoCut' } })
  expect((await uploadAs(world.secretary, '党课.mp4', whole, 'video')).status).toBe(200)
  const other = await uploadAs(world.secretary, '党课.pdf', pdf, 'video')
  expect(other.body.reason).toBe('files.notMp4')
})

function sweep(minutes: number): Promise<number> {
  const now = () => new Date(Date.now() + minutes * 60_000)
  return sweepFiles({ db, files, now }, fileKeepers)
}

test('what was cut off with its server is swept away, and what a row speaks of stays', async () => {
  const { body } = await uploadAs(world.secretary, '会议照片.png', png)
  const [cut, stray] = [newId(), newId()]
  await files.receive(cut, Readable.from([png]), 1_000_000)
  await files.receive(stray, Readable.from([png]), 1_000_000)
  await files.keep(stray)

  await sweep(59)
  expect([await left(), await files.look(stray, false)]).toEqual([
    expect.arrayContaining([cut]),
    expect.anything(),
  ])
  expect(await sweep(61)).toBeGreaterThanOrEqual(2)
  expect([await left(), await files.look(stray, false)]).toEqual([[], undefined])
  expect((await downloadAs(world.secretary, body)).rawPayload.equals(png)).toBe(true)
})
