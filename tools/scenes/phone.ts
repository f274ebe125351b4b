import type { Page } from 'playwright-core'
import { phone } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** What a member holds in the hand, and what a secretary does with it. */
export const phones: readonly Scene[] = [
  { name: 'phone-login', path: '/m/login', width: 390, height: 844 },
  ...phone('phone-today', '/m/'),
  ...phone('phone-activities', '/m/activities'),
  ...phone('phone-activity', '/m/activities', 'member', openFirst),
  ...phone('phone-floor', '/m/activities', 'member', openFloor),
  ...phone('phone-inbox', '/m/inbox'),
  ...phone('phone-me', '/m/me'),
  ...phone('phone-hours', '/m/me/hours'),
  ...phone('phone-account', '/m/me/account'),
  ...phone('phone-record', '/m/me/record'),
  ...phone('phone-sign-in', '/m/sign-in/no-such-code'),
  ...phone('phone-secretary', '/m/', 'secretary'),
  ...phone('phone-keeping', '/m/activities', 'secretary'),
  ...phone('phone-plan', '/m/activities/new', 'secretary'),
  ...phone('phone-roll', '/m/activities', 'secretary', openRoll),
  ...phone('phone-packages', '/m/packages'),
  ...phone('phone-quizzes', '/m/quizzes'),
  ...phone('phone-essentials', '/m/essentials'),
  ...phone('phone-contests', '/m/contests'),
  ...phone('phone-duties', '/m/duties', 'secretary'),
  ...phone('phone-roles', '/m/roles', 'member'),
  ...phone('phone-plans', '/m/plans', 'secretary'),
  ...phone('phone-floating', '/m/floating'),
  ...phone('phone-contacts', '/m/floating/contacts', 'secretary'),
  ...phone('phone-not-found', '/m/no/such/page'),
]

async function openFirst(page: Page): Promise<void> {
  await page.locator('a[href*="/activities/"]').first().click()
}

async function openFloor(page: Page): Promise<void> {
  await openFirst(page)
  await page.getByRole('link', { name: /现场互动/ }).click()
}

async function openRoll(page: Page): Promise<void> {
  await page.locator('a[href*="/roll/"]').first().click()
}
