import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { routes } from './modules/courses/routes.ts'
import { plantCourse, plantVideo } from './testing/courses.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('a video stops at its question, says what is right, and goes on', async () => {
  const { organizer: reviewer, secretary: editor, east: organization, member } = await plant(db)
  const fileId = await plantVideo(db, editor, 60)
  const content = { kind: 'video', fileId } as const
  const key = await plantCourse({ editor, reviewer, organization }, [content])
  const { courseId, itemId } = key
  await routes.withdraw(reviewer, { courseId, reason: '加插播提问' })
  const options = [
    { id: 'A', text: '每月' },
    { id: 'B', text: '每季度' },
  ]
  const asked = { text: '支部党员大会一般多久开一次？', explanation: '一般每季度一次。' }
  const check = { checkId: newId(), kind: 'single' as const, ...asked, options, keys: ['B'] }
  await routes.setChecks(editor, { courseId, itemId, checks: [check] })
  await routes.submit(editor, { courseId })
  await routes.decide(reviewer, { courseId, step: 'review', outcome: 'publish', reason: '' })
  const { checks } = await routes.watch(member, { courseId, itemId })
  const place = (checks[0]?.atMs ?? 0) / 1000

  const site = await openSite()
  const phone = await site.visit(`/m/learn/${courseId}`, member, { width: 390, height: 844 })
  await phone.evaluate(tellByHand)
  const told = phone.waitForResponse(/courses\/watch/)
  await phone.getByRole('button', { name: '开始学' }).click()
  await told
  const video = phone.locator('video')
  const playTo = (seconds: number) =>
    video.evaluate((element: HTMLVideoElement, to) => {
      element.currentTime = to
      element.dispatchEvent(new Event('timeupdate'))
    }, seconds)
  await phone.waitForTimeout(500)
  await playTo(place - 1)
  await video.evaluate((element: HTMLVideoElement) => element.play())
  await phone.waitForTimeout(1200)
  await playTo(place + 0.1)
  await expectToSee(phone, asked.text)
  await phone.getByRole('button', { name: '每月' }).click()
  await phone.getByRole('button', { name: '回答' }).click()
  await expectToSee(phone, '答得不对，请看正确答案。一般每季度一次。')
  await expectToSee(phone, '✓ 正确答案')
  await phone.getByRole('button', { name: '接着看' }).click()
  expect(await phone.getByText(asked.text).count()).toBe(0)
  expect((await routes.watch(member, { courseId, itemId })).checks).toEqual([])
})

/** In the page: the recording of the test has no picture, so its clock is told by hand. */
function tellByHand(): void {
  const state = { place: 0, paused: true }
  const media = HTMLMediaElement.prototype
  const turn = (element: HTMLMediaElement, paused: boolean) => {
    state.paused = paused
    element.dispatchEvent(new Event(paused ? 'pause' : 'playing'))
  }
  Object.defineProperty(media, 'currentTime', {
    get: () => state.place,
    set: (to: number) => {
      state.place = to
    },
  })
  Object.defineProperty(media, 'paused', { get: () => state.paused })
  media.play = async function play() {
    turn(this, false)
  }
  media.pause = function pause() {
    turn(this, true)
  }
}
