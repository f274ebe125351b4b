import mammoth from 'mammoth'
import { beforeEach, expect, test } from 'vitest'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

async function fetchPaper(
  person: Person,
  { unitId, reportId }: { unitId: string; reportId: string },
) {
  const { app } = await clientOf(person)
  return app.inject({
    url: `/api/reports/${unitId}/${reportId}/paper`,
    cookies: { session: 'of the test' },
  })
}

test('the document leaves as a file with its name, and only for those who may see it', async () => {
  const { command } = await clientOf(world.secretary)
  const { body } = await command('reports.draft', { organizationId: world.east.id, year: 2026 })

  const { statusCode, headers, rawPayload } = await fetchPaper(world.secretary, body)
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toContain('wordprocessingml.document')
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('（草稿）.docx')
  const { value } = await mammoth.extractRawText({ buffer: rawPayload })
  expect(value).toContain('主要做法及成效')

  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  expect((await fetchPaper(neighbour, body)).statusCode).toBe(404)
  expect((await fetchPaper(world.stranger, body)).statusCode).toBe(403)
  expect((await fetchPaper(world.secretary, { ...body, reportId: 'x' })).statusCode).toBe(400)
})
