import type { Reason } from '@zhixing/contract'
import { asc, like } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Db } from '../kernel/db.ts'
import { traces } from '../kernel/trace.ts'
import type { World } from './world.ts'

export async function expectRefusal(call: Promise<unknown>, reason: Reason): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: 'Problem', reason })
}

/** What was done in this test's tree, oldest first. */
export async function tracesIn(db: Db, { county }: World) {
  return db
    .select()
    .from(traces)
    .where(like(traces.path, `${county.path}%`))
    .orderBy(asc(traces.id))
}

/** Waits for words to stand on the page, and fails when they do not come; a space may be one that holds a line together. */
export async function expectToSee(page: Page, words: string | RegExp): Promise<void> {
  const asked =
    typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', '\\s'), words.flags)
  await page.getByText(asked).first().waitFor()
}
