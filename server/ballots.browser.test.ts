import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { endRoll } from './modules/activities/acts/end-roll.ts'
import { markRest } from './modules/activities/acts/mark-rest.ts'
import { propose } from './modules/activities/acts/motions/propose.ts'
import { ballotSlips } from './modules/ballots/table.ts'
import { plantElectors } from './testing/ballots.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { planned } from './testing/theme-day.ts'

const hand = { width: 390, height: 844 }
const text = '是否同意用活动经费购置图书'

test('a motion is put to the vote at the desk, voted on with phones that forget who held them, and counted', async () => {
  const { secretary, east, people } = await plantElectors(db, 5)
  const key = await planned(secretary, east.id, { kind: 'memberMeeting' })
  await propose(secretary, { ...key, motionId: newId(), text, proposerName: '', discussion: '' })
  await markRest(secretary, { ...key, mark: 'present' })
  await endRoll(secretary, key)
  const site = await openSite()
  const desk = await site.visit(`/activities/${key.unitId}/${key.activityId}`, secretary)
  await desk.getByRole('button', { name: '无记名投票' }).click()
  await desk.getByRole('button', { name: '发票', exact: true }).click()
  await expectToSee(desk, /已领票 0 人/)

  for (const [at, person] of people.slice(1, 5).entries()) {
    // One after another: each is a phone of its own.
    // oxlint-disable-next-line no-await-in-loop
    const phone = await site.visit('/m/ballots', person, hand)
    const bare: string[] = []
    phone.on('request', (request) => {
      if (request.url().includes('/api/ballots/cast'))
        bare.push(request.headers().cookie ?? 'no cookie')
    })
    // oxlint-disable-next-line no-await-in-loop
    await phone.getByRole('link', { name: text }).click()
    // oxlint-disable-next-line no-await-in-loop
    await phone.getByRole('radio', { name: at < 3 ? '赞成' : '反对' }).check()
    // oxlint-disable-next-line no-await-in-loop
    await phone.getByRole('button', { name: '填好了' }).click()
    // oxlint-disable-next-line no-await-in-loop
    await phone.getByRole('button', { name: '确认投票' }).click()
    // oxlint-disable-next-line no-await-in-loop
    await expectToSee(phone, /没有人能再找出来/)
    expect(bare).toEqual(['no cookie'])
    // oxlint-disable-next-line no-await-in-loop
    expect(await phone.evaluate(() => JSON.stringify(localStorage))).not.toContain('vote:')
    // oxlint-disable-next-line no-await-in-loop
    await phone.context().close()
  }
  const slips = await db.select().from(ballotSlips).where(eq(ballotSlips.unitId, key.unitId))
  expect(slips).toHaveLength(4)

  const [slip] = slips
  const counting = await site.visit(
    `/m/ballots/${key.unitId}/${slip?.ballotId ?? ''}/count`,
    secretary,
    hand,
  )
  await expectToSee(counting, /已领票 4 人，已收回 4 张/)
  await desk.reload()
  await desk.getByRole('button', { name: '看投票、计票' }).click()
  await expectToSee(desk, /已收回 4 张/)
  await counting.getByRole('button', { name: '截止投票并计票' }).click()
  await expectToSee(counting, /赞成 3 票，反对 1 票，弃权 0 票/)
  await desk.reload()
  await expectToSee(desk, /赞成 3 票，反对 1 票，弃权 0 票/)
}, 90_000)
