import { entries } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildApp } from '../testing/app.ts'
import { accounts } from '../modules/accounts/table.ts'
import { findActors } from '../modules/accounts/index.ts'
import { invite } from '../modules/development/acts/invite.ts'
import { db } from '../testing/database.ts'
import { applyOn, onDay, paceOf } from '../testing/development.ts'
import { inputsOf } from '../testing/inputs.ts'
import { files, noon, plant, plantActivity, plantMember, vault } from '../testing/world.ts'

const others = ['沈密林', '方知远', '钟守拙']
const seed = 19_210_701

/** Everything the contract offers, asked by somebody who has applied and nothing else. */
test('an applicant is refused every right of an office, and of what is open to oneself sees nobody but themself', async () => {
  const world = await plant(db)
  await paceOf(db, world)
  const [member = ''] = await Promise.all(
    others.map((name) => plantMember(db, world.east, { name })),
  )
  const { activityId } = await plantActivity(db, world.east, { title: '沈密林专题发言' })
  const mine = await applyOn(world, '2026-06-01')
  const theirs = await applyOn(world, '2026-06-01', { name: '方知远', serial: 14 })
  const secretary = onDay(world.secretary, '2026-06-01')
  const slip = await invite(secretary, mine)
  const [account] = await db.select().from(accounts).where(eq(accounts.login, slip.login))
  const [actor] = await findActors(db, [account?.id ?? ''], noon)
  if (!actor) throw new Error('the account was just opened')
  const app = await buildApp({ db, now: () => noon, vault, files, identify: async () => actor })
  const ids = [world.county.id, world.east.id, member, activityId, mine.unitId]
  ids.push(mine.applicantId, theirs.applicantId)

  const ask = async (name: string, kind: string, input: unknown) => {
    const url = `/api/${name.replace('.', '/')}`
    const cookies = { session: 'of the test' }
    const text = JSON.stringify(input)
    const headers = { 'content-type': 'application/json' }
    return kind === 'query'
      ? app.inject({ url, query: { input: text }, cookies })
      : app.inject({ method: 'POST', url, payload: text, headers, cookies })
  }
  const granted = entries.filter(({ grant }) => grant && grant !== 'open')
  const own = entries.filter(({ grant, kind }) => !grant && kind === 'query')
  const odd: string[] = []
  for (const entry of granted)
    for (const input of fc.sample(inputsOf(entry, ids), { numRuns: 1, seed })) {
      const { statusCode, json } = await ask(entry.name, entry.kind, input)
      if (statusCode !== 403) odd.push(`${entry.name} ${statusCode} ${JSON.stringify(json())}`)
    }
  let answered = 0
  for (const entry of own)
    for (const input of fc.sample(inputsOf(entry, ids), { numRuns: 4, seed })) {
      const { statusCode, body } = await ask(entry.name, entry.kind, input)
      if (statusCode === 200) answered += 1
      if (others.some((name) => body.includes(name))) odd.push(`${entry.name} ${body}`)
    }
  expect(odd).toEqual([])
  expect(granted.length).toBeGreaterThan(100)
  expect(answered).toBeGreaterThan(20)

  const { json } = await ask('development.mine', 'query', {})
  expect(json()).toMatchObject({
    own: { name: '林新禾', stage: 'applicant', tasks: [expect.stringContaining('入党申请书')] },
    cultivating: [],
  })
})
