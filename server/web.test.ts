import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './testing/app.ts'
import { unidentified } from './kernel/problem.ts'
import { db } from './testing/database.ts'
import { files, noon, vault } from './testing/world.ts'

const identify = async () => Promise.reject(unidentified())
const html = { accept: 'text/html,application/xhtml+xml' }

let folder = ''
let app: FastifyInstance

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhixing-web-'))
  const faces = { console: join(folder, 'console'), phone: join(folder, 'phone') }
  for (const [name, root] of Object.entries(faces)) {
    await mkdir(join(root, 'assets'), { recursive: true })
    await writeFile(join(root, 'index.html'), `<title>${name}</title><meta nonce="">`)
    await writeFile(join(root, 'assets/index-a1.js'), `/* ${name} */`)
    await writeFile(join(root, 'assets/index-a1.js.br'), 'pressed')
  }
  app = await buildApp({ db, now: () => noon, vault, files, identify, faces })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

describe('the two faces', () => {
  test.each([
    ['/', 'console'],
    ['/requirements?sort=gap', 'console'],
    ['/screen', 'console'],
    ['/m/', 'phone'],
    ['/m/me/hours', 'phone'],
  ])('%s is a page of the %s', async (url, name) => {
    const { statusCode, body, headers } = await app.inject({ url, headers: html })
    expect([statusCode, body]).toEqual([200, expect.stringContaining(`<title>${name}</title>`)])
    expect(headers['cache-control']).toBe(name === 'phone' ? 'no-cache' : 'no-store')
  })

  test('lets a browser keep what carries a hash, in the smallest form it reads', async () => {
    const url = '/m/assets/index-a1.js'
    const plain = await app.inject({ url })
    const pressed = await app.inject({ url, headers: { 'accept-encoding': 'br' } })

    expect(plain.headers['cache-control']).toContain('immutable')
    expect(plain.body).toBe('/* phone */')
    expect(pressed.headers['content-encoding']).toBe('br')
    expect(pressed.headers['content-type']).toContain('javascript')
  })

  test('answers an asset of yesterday with not found, never with a page', async () => {
    const { statusCode } = await app.inject({ url: '/assets/index-old.js' })
    expect(statusCode).toBe(404)
  })

  test('leaves unknown interfaces to the wire', async () => {
    const { statusCode, json } = await app.inject({ url: '/api/nothing/here', headers: html })
    expect([statusCode, json().reason]).toEqual([404, 'route.unknown'])
  })
})

describe('the policy', () => {
  test('allows our own scripts only', async () => {
    const { headers } = await app.inject({ url: '/', headers: html })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('believes styles inside the console only by a word that comes once', async () => {
    const words = new Set<string>()
    for (const url of ['/', '/index.html', '/members']) {
      const { body, headers } = await app.inject({ url, headers: html })
      const [, word = ''] = /nonce="([^"]{20,})"/.exec(body) ?? []
      words.add(word)
      const policy = String(headers['content-security-policy']).split(';')
      expect(policy).toContain(`style-src 'self' 'nonce-${word}'`)
      expect([headers.etag, headers['last-modified']]).toEqual([undefined, undefined])
    }
    expect(words.size).toBe(3)
    const phone = await app.inject({ url: '/m/', headers: html })
    expect(String(phone.headers['content-security-policy'])).toContain("style-src 'self';")
  })
})
