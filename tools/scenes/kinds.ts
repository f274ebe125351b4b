import type { Page } from 'playwright-core'

/** Accounts of the demonstration county, of a demonstration province, and a secretary whose branch was founded a moment ago. */
export type Login =
  | 'province'
  | 'organizer'
  | 'clerk'
  | 'secretary'
  | 'officer'
  | 'member'
  | 'applicant'
  | 'system'
  | 'security'
  | 'auditor'
  | 'newcomer'

/** Without `as`, somebody who has not signed in. */
export type Scene = {
  readonly name: string
  readonly path: string
  readonly as?: Login
  readonly width?: number
  readonly height?: number
  readonly large?: boolean
  /** In the browser of the scenes before that went on, which is quicker. */
  readonly goesOn?: boolean
  readonly act?: (page: Page) => Promise<void>
}

type Act = NonNullable<Scene['act']>

const hand = { width: 390, height: 844 } as const

export const press =
  (name: string | RegExp): Act =>
  async (page) => {
    await page.getByRole('button', { name }).first().click()
  }

/** The first line of a list, or the first whose words are these. */
export const openLine =
  (words: string | RegExp = ''): Act =>
  async (page) => {
    await page.locator('[data-line]').filter({ hasText: words }).first().click()
  }

/** A page of the console as somebody sees it: as usual, in large type, on a narrow screen. */
export function desk(name: string, path: string, as: Login = 'secretary', act?: Act): Scene[] {
  const page = { path, as, ...(act ? { act } : {}) }
  return [
    { ...page, name },
    { ...page, name: `${name}-large`, large: true },
    { ...page, name: `${name}-narrow`, ...hand },
  ]
}

/** A page of the phone: as usual, on the narrowest one, in large type. */
export function phone(name: string, path: string, as: Login = 'member', act?: Act): Scene[] {
  const page = { path, as, ...(act ? { act } : {}) }
  return [
    { ...page, name, ...hand },
    { ...page, name: `${name}-320`, width: 320, height: 640 },
    { ...page, name: `${name}-large`, ...hand, large: true },
  ]
}
