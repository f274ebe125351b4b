import type { Page } from 'playwright-core'
import { desk, openLine, phone, press } from './kinds.ts'
import type { Scene } from './kinds.ts'

/** What is learnt by oneself, asked and read: at the desk, in the hand, and before there is any of it. */
export const study: readonly Scene[] = [
  ...desk('courses', '/courses', 'organizer'),
  ...desk('course', '/courses', 'organizer', openLine('怎样开好')),
  ...desk('course-draft', '/courses', 'organizer', openLine('一本账')),
  ...desk('course-review', '/courses', 'organizer', openLine('河道巡查')),
  ...desk('course-new', '/courses', 'organizer', press('新建课程')),
  ...desk('course-item', '/courses', 'organizer', openAdding),
  ...desk('surveys', '/surveys', 'organizer'),
  ...desk('survey-ended', '/surveys', 'organizer', openLine('需求调研')),
  ...desk('survey-open', '/surveys', 'organizer', openLine('满意度')),
  ...desk('survey-draft', '/surveys', 'secretary', openLine('意见建议')),
  ...desk('survey-design', '/surveys/design', 'organizer'),
  ...desk('survey-needs', '/surveys/needs', 'organizer'),
  ...desk('survey-need', '/surveys/needs', 'organizer', openLine()),
  ...desk('reading', '/reading'),
  ...desk('reading-task', '/reading', 'secretary', openLine('通读党章')),
  ...desk('class-certificates', '/classes', 'organizer', openCertificates),
  ...desk('package', '/packages', 'organizer', openLine()),
  ...desk('quiz-new', '/quizzes', 'organizer', press('布置测验')),
  ...phone('phone-learn', '/m/learn'),
  ...phone('phone-course', '/m/learn', 'member', openCourse),
  ...phone('phone-article', '/m/learn', 'member', openPart('会前三件事')),
  ...phone('phone-document', '/m/learn', 'member', openPart('流程图解')),
  ...phone('phone-course-quiz', '/m/learn', 'member', openPart('学完测一测')),
  ...phone('phone-micro', '/m/micro'),
  ...phone('phone-reading', '/m/reading'),
  ...phone('phone-surveys', '/m/surveys'),
  ...phone('phone-survey', '/m/surveys', 'member', openLink('满意度')),
  ...phone('phone-survey-named', '/m/surveys', 'member', openLink('学用反馈')),
  ...phone('phone-package', '/m/packages', 'member', openLink('五个骗局')),
  ...phone('phone-classes', '/m/classes'),
  ...phone('phone-class', '/m/classes', 'member', openLink('党员进修班')),
  ...phone('phone-sitting', '/m/quizzes', 'secretary', openLink(/^(开始答题|接着答)$/)),
  { name: 'certificate', path: '/m/classes', as: 'member', act: openCertificate },
  { name: 'certificate-unknown', path: `/certificates/${'A'.repeat(22)}` },
  ...Object.entries({
    courses: '/courses',
    surveys: '/surveys',
    reading: '/reading',
    packages: '/packages',
    quizzes: '/quizzes',
    contests: '/quizzes/contests',
    classes: '/classes',
    proposals: '/requirements/proposals',
  }).flatMap(([name, path]) => desk(`empty-${name}`, path, 'newcomer')),
  ...Object.entries({
    learn: '/m/learn',
    surveys: '/m/surveys',
    quizzes: '/m/quizzes',
    classes: '/m/classes',
  }).flatMap(([name, path]) => phone(`empty-phone-${name}`, path, 'newcomer')),
]

async function openCourse(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /怎样开好/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '内容' }).waitFor()
}

function openPart(name: string) {
  return async (page: Page) => {
    await openCourse(page)
    await page.getByRole('button', { name: new RegExp(name) }).click()
  }
}

function openLink(name: string | RegExp) {
  return async (page: Page) => page.getByRole('link', { name }).first().click()
}

async function openAdding(page: Page): Promise<void> {
  await openLine('一本账')(page)
  await page.getByRole('button', { name: '添加内容' }).click()
}

async function openCertificates(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /党员进修班/ })
    .first()
    .click()
  await page
    .getByRole('link', { name: '结业证书' })
    .or(page.getByRole('button', { name: '结业证书' }))
    .first()
    .click()
}

async function openCertificate(page: Page): Promise<void> {
  await page.getByRole('link', { name: '看核验页' }).first().click()
  await page.getByText('证书编号').waitFor()
}
