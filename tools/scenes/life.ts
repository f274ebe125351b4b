import type { Page } from 'playwright-core'
import { desk, openLine, phone, press } from './kinds.ts'
import type { Scene } from './kinds.ts'

const list = '/meetings/list'

/** What a branch plans, holds and keeps. */
export const life: readonly Scene[] = [
  ...desk('month', '/meetings/month'),
  ...desk('month-county', '/meetings/month', 'organizer'),
  ...desk('schedule', '/meetings/schedule'),
  ...desk('schedule-county', '/meetings/schedule?months=1', 'organizer'),
  ...desk('schedule-branch', '/meetings/schedule?months=1', 'organizer', openLine()),
  ...desk('regularity', '/meetings/regularity', 'organizer'),
  ...desk('regularity-open', '/meetings/regularity', 'organizer', openLine()),
  ...desk('contacts', '/leaders/contacts', 'organizer'),
  ...desk('contacts-open', '/leaders/contacts', 'organizer', openLine()),
  ...desk('list', list),
  ...desk('list-county', list, 'organizer'),
  { name: 'list-nothing', path: `${list}?text=没有这个`, as: 'secretary' },
  ...desk('frequency', '/meetings/frequency'),
  ...desk('frequency-county', '/meetings/frequency', 'organizer'),
  ...desk('appraisal', '/appraisal'),
  ...desk('appraisal-county', '/appraisal', 'organizer'),
  ...desk('appraisal-round', '/appraisal', 'secretary', openLine()),
  ...desk('heart-talks', '/appraisal/talks'),
  ...desk('shortcomings', '/appraisal/shortcomings'),
  ...desk('plan', '/meetings/new?kind=themeDay'),
  ...desk('record-planned', `${list}?kind=themeDay`, 'secretary', openLine(/11月/)),
  ...desk('record-roll', `${list}?state=called`, 'secretary', openStage('点名')),
  ...desk('record-closed', `${list}?state=closed`, 'secretary', openLine()),
  ...desk('wall', `${list}?state=called`, 'secretary', openWall),
  ...desk('wall-floor', `${list}?kind=themeDay&state=closed`, 'secretary', openFloorWall),
  ...desk('record-voting', `${list}?text=添置设备`, 'secretary', openVote),
  ...desk('ballots', '/ballots'),
  ...desk('ballots-open', '/ballots', 'secretary', openLine('投影')),
  ...desk('ballots-counted', '/ballots', 'secretary', openLine(/购置图书|责任区|现场教学/)),
  ...desk('elections', '/elections', 'organizer'),
  ...desk('elections-open', '/elections', 'organizer', openLine()),
  ...phone('phone-ballots', '/m/ballots'),
  ...phone('phone-ballot', '/m/ballots', 'member', openSlip),
  ...desk('notices', '/notices'),
  ...desk('notice-new', '/notices', 'secretary', press('写通知')),
]

/** A called activity; its roll stands open, or is a press away. */
function openStage(stage: string) {
  return async (page: Page) => {
    await openLine()(page)
    await page.getByRole('heading', { name: stage }).first().waitFor()
  }
}

async function openWall(page: Page): Promise<void> {
  await openStage('点名')(page)
  await page.getByRole('link', { name: '投屏签到码' }).click()
  await page.waitForURL(/\/screen\//)
}

/** The bars and questions of a theme day that is over; a poll between two of them looks the same. */
async function openFloorWall(page: Page): Promise<void> {
  await openLine()(page)
  await page.getByRole('heading', { name: '现场互动' }).waitFor()
  const [unitId, activityId] = new URL(page.url()).pathname.split('/').slice(-2)
  await page.goto(new URL(`/screen/floor/activity/${unitId}/${activityId}`, page.url()).href)
}

/** The slip that waits for whoever was marked present. */
async function openSlip(page: Page): Promise<void> {
  await page.getByRole('link', { name: /投影/ }).click()
  await page.getByRole('radio', { name: '赞成' }).check()
  await page.getByRole('button', { name: '填好了' }).click()
}

/** A motion on which people are voting with their phones, in the record of the meeting. */
async function openVote(page: Page): Promise<void> {
  await openLine()(page)
  await page.getByRole('button', { name: '看投票、计票' }).scrollIntoViewIfNeeded()
}
