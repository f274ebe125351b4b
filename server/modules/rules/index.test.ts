import { describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { plant } from '../../testing/world.ts'
import { catalogue } from './catalogue/index.ts'
import { ruleAt, rulesAt, rulesBelow, seedRules } from './index.ts'
import { ruleValues } from './table.ts'

const nowhere = { path: '/', day: '2026-06-01' }

describe('the door of rules', () => {
  test('answers with value, clause and first day, by the day that is asked', async () => {
    const now = await ruleAt(db, 'hours.member.year', nowhere)
    const then = await ruleAt(db, 'hours.member.year', { path: '/', day: '2012-03-01' })

    expect(now).toMatchObject({ value: 1920, from: '2019-05-06', ownerName: null })
    expect(now.clause).toContain('第二十条')
    expect(then).toMatchObject({ value: 960, from: '2009-07-01' })
  })

  test('keeps the rules of 2014 for admissions that began under them', async () => {
    const asked = ['dev.notice', 'dev.approve'] as const
    const old = await rulesAt(db, asked, { path: '/', day: '2026-05-10' })
    const revised = await rulesAt(db, asked, { path: '/', day: '2026-05-11' })

    expect(old['dev.notice'].value).toBeNull()
    expect(revised['dev.notice'].value).toBe(5)
    expect(old['dev.approve'].clause).not.toBe(revised['dev.approve'].clause)
  })

  test('hands down what an organization has set, and answers for a whole subtree at once', async () => {
    const { county, east, west } = await plant(db)
    const set = { key: 'hours.member.year', value: 2400, clause: '县委通知', from: '2026-01-01' }
    const by = { byId: county.id, at: new Date() }
    await db.insert(ruleValues).values({ ...set, ...by, organizationId: east.id })

    const at = await rulesBelow(db, ['hours.member.year'], county.path)
    const [there, beside] = [east, west].map(({ path }) => at({ path, day: '2026-06-01' }))

    expect(there?.['hours.member.year']).toMatchObject({ value: 2400, ownerName: '东支部' })
    expect(beside?.['hours.member.year'].value).toBe(1920)
    expect(await ruleAt(db, 'hours.member.year', { path: east.path, day: '2026-06-01' })).toEqual(
      there?.['hours.member.year'],
    )
  })

  test('seeds once, however often it is asked', async () => {
    const before = await db.$count(ruleValues)
    await seedRules(db)
    expect(await db.$count(ruleValues)).toBe(before)
  })

  test('names every parameter once, with a clause to each of its values', () => {
    expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length)
    for (const { seeds } of catalogue)
      for (const seed of seeds) expect(seed.clause.length).toBeGreaterThan(4)
  })
})
