import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../testing/database.ts'
import { noon, plant } from '../testing/world.ts'
import { memberTags } from '../modules/members/table.ts'
import { traces } from './trace.ts'
import { copyRows } from './copy.ts'
import { inTransaction } from './db.ts'
import { newId } from './ids.ts'

test('lays down every text, moment and nothing as it was given', async () => {
  const { county } = await plant(db)
  const subject = newId()
  const texts = ['plain', 'tab\tnewline\nreturn\rslash\\', '\\N', '', '党员', '"quoted" \'too\'']
  const rows = texts.map((command) => ({
    unitId: county.unitId,
    at: noon,
    actorId: county.id,
    command,
    path: county.path,
    subject,
    after: { text: command },
  }))
  await inTransaction(db, (tx) => copyRows(tx, traces, rows))

  const kept = await db.select().from(traces).where(eq(traces.subject, subject))
  expect(kept.map(({ command }) => command).toSorted()).toStrictEqual(texts.toSorted())
  expect(
    kept.every(({ command, after, before, at }) => {
      const { text } = after as { text: string }
      return text === command && before === null && at.getTime() === noon.getTime()
    }),
  ).toBe(true)
})

test('is undone with its transaction, and constraints hold', async () => {
  const { county } = await plant(db)
  const row = { unitId: county.unitId, memberId: newId(), tag: '甲', byId: newId(), at: noon }

  await expect(inTransaction(db, (tx) => copyRows(tx, memberTags, [row]))).rejects.toThrow(
    'member_tags_member',
  )
  expect(await db.$count(memberTags, eq(memberTags.memberId, row.memberId))).toBe(0)
})
