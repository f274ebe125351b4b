import type { Page } from 'playwright-core'
import { desk, openLine, press } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** What is owed, and what is written about it. */
export const learning: readonly Scene[] = [
  ...desk('requirements', '/requirements'),
  ...desk('requirements-derivation', '/requirements', 'secretary', openLine()),
  ...desk('requirements-county', '/requirements', 'organizer'),
  ...desk('requirements-organizations', '/requirements/organizations', 'organizer'),
  { name: 'requirements-times', path: '/requirements?requirement=newMember', as: 'organizer' },
  ...desk('plans', '/plans', 'organizer'),
  ...desk('plans-branch', '/plans'),
  ...desk('plans-new', '/plans?adding=true', 'organizer'),
  ...desk('plan', '/plans', 'organizer', openLine()),
  ...desk('plans-calendar', '/plans/calendar', 'organizer'),
  ...desk('plans-curriculum', '/plans/curriculum', 'organizer'),
  ...desk('plans-overlaps', '/plans/overlaps', 'organizer'),
  ...desk('plans-modes', '/plans/modes', 'organizer'),
  ...desk('policies', '/plans/policies', 'organizer'),
  ...desk('policies-open', '/plans/policies', 'organizer', openLine()),
  ...desk('classes', '/classes', 'organizer'),
  ...desk('class', '/classes', 'organizer', openClass),
  ...desk('class-apply', '/classes?open=new', 'organizer'),
  ...desk('class-offers', '/classes/offers'),
  ...desk('class-partners', '/classes/partners', 'organizer'),
  ...desk('online', '/requirements/online', 'organizer'),
  ...desk('gaps', '/requirements/gaps', 'organizer'),
  ...desk('gaps-branch', '/requirements/gaps'),
  ...desk('proposals', '/requirements/proposals', 'organizer'),
  ...desk('proposal', '/requirements/proposals', 'organizer', openProposal),
  ...desk('cockpit', '/cockpit', 'organizer'),
  ...desk('cockpit-branch', '/cockpit'),
  ...desk('cockpit-rows', '/cockpit', 'organizer', press(/看明细$/)),
  ...desk('packages', '/packages', 'organizer'),
  ...desk('quizzes', '/quizzes', 'organizer'),
  ...desk('quiz-results', '/quizzes', 'organizer', openLine()),
  ...desk('quiz-bank', '/quizzes/bank', 'organizer'),
  ...desk('contests', '/quizzes/contests', 'organizer'),
  ...desk('reports', '/reports'),
  ...desk('report', '/reports', 'secretary', openReport),
  ...desk('report-figure', '/reports', 'secretary', openFigure),
  ...desk('report-edit', '/reports', 'secretary', openEditor),
  ...desk('report-county', '/reports', 'organizer', openReport),
]

/** This year's report, drafted by the first scene that needs it. */
async function openReport(page: Page): Promise<void> {
  const draft = page.getByRole('button', { name: /^起草/ })
  const report = page.getByRole('link', { name: /工作情况的汇报$/ })
  await ((await report.count()) ? report : draft).first().click()
  await page.locator('article').waitFor()
}

/** The last one, or the first of all, once it has been found. */
async function openProposal(page: Page): Promise<void> {
  const known = page.locator('[data-line]').first()
  await known
    .or(page.getByRole('button', { name: '测算补训方案' }))
    .first()
    .waitFor()
  if (await known.count()) await known.click()
  else {
    await page.getByRole('button', { name: '测算补训方案' }).click()
    await page.getByRole('button', { name: '开始测算' }).click()
  }
  await page.getByText(/按这个方案/).waitFor({ timeout: 60_000 })
}

async function openFigure(page: Page): Promise<void> {
  await openReport(page)
  await page.locator('article a').first().click()
  await page
    .getByText(/^共 \d/)
    .first()
    .waitFor()
}

async function openEditor(page: Page): Promise<void> {
  await openReport(page)
  await page
    .getByRole('link', { name: '修改正文' })
    .or(page.getByRole('button', { name: '修改正文' }))
    .first()
    .click()
  await page.getByRole('textbox').first().waitFor()
}

/** The class that takes people, with its roster and timetable. */
async function openClass(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /示范培训班/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '课程表' }).waitFor()
}
