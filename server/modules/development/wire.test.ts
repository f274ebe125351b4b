import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { applyOn, onDay, paceOf } from '../../testing/development.ts'
import { plant } from '../../testing/world.ts'
import { ask } from './acts/ask.ts'

test('papers are drawn for whoever may see the file, and an outsider reaches one question only', async () => {
  const world = await plant(db)
  await paceOf(db, world)
  const steps = ['apply', 'talk', 'activist', 'activistFiled', 'contacts', 'cultivate', 'target']
  const past = [...steps, 'targetFiled', 'introducers'].map((step) => ({ step, on: '2026-06-01' }))
  const key = await applyOn(world, '2026-06-01', { past })
  const today = onDay(world.secretary, '2026-06-01')

  const desk = await clientOf(today)
  const at = `/api/development/${key.unitId}/${key.applicantId}`
  const cookies = { session: 'of the test' }
  const paper = await desk.app.inject({ url: `${at}/conclusion.docx`, cookies })
  expect(paper.statusCode).toBe(200)
  expect(paper.headers['content-type']).toContain('wordprocessingml')
  expect(paper.rawPayload.subarray(0, 2).toString()).toBe('PK')
  const odd = await desk.app.inject({ url: `${at}/secret.docx`, cookies })
  expect([odd.statusCode, odd.json()]).toMatchObject([404, { reason: 'development.paperUnknown' }])
  const stranger = await clientOf(onDay(world.stranger, '2026-06-01'))
  const refused = await stranger.app.inject({ url: `${at}/conclusion.docx`, cookies })
  expect(refused.statusCode).toBe(403)

  const asked = { department: '县公安局', question: '请核实有无违法犯罪记录', dueOn: '2026-06-15' }
  const { path } = await ask(today, { ...key, formId: newId(), ...asked })
  const code = path.split('/').at(-1) ?? ''
  const { actor: _, ...nobody } = today
  const outside = await clientOf({ ...nobody, actor: undefined })
  const seen = await outside.query('procedures.question', { code })
  expect(seen.body).toEqual({ ...asked, isAnswered: false })
  expect((await outside.query('development.show', key)).status).toBe(401)
  const guessed = await outside.query('procedures.question', { code: `${code.slice(0, -2)}xx` })
  expect(guessed.status).toBe(404)
})
