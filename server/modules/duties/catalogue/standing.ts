import { yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { partsOf } from '../../organizations/index.ts'
import { binds, isOfYear, levelOf } from '../rules/holding.ts'
import type { Level } from '../rules/holding.ts'
import { periodsOf, stateOf } from '../rules/periods.ts'
import type { Period, State } from '../rules/periods.ts'
import { signingOf } from '../rules/signing.ts'
import {
  findBound,
  findHolders,
  findRecords,
  findSeats,
  findSignatures,
  findTemplates,
} from './find.ts'
import type { Among, Organization, Template } from './find.ts'

type RecordRow = Awaited<ReturnType<typeof findRecords>>[number]
type SignatureRow = Awaited<ReturnType<typeof findSignatures>>[number]
type Holder = Awaited<ReturnType<typeof findHolders>>[number]

export type Item = {
  readonly template: Template
  readonly period: Period
  readonly state: State
  readonly record: RecordRow | undefined
}

/** One post of an organization: who holds it, who signed, and what is owed. */
export type Sheet = {
  readonly post: Template['post']
  readonly holder: Holder | undefined
  readonly signing: ReturnType<typeof signingOf>
  readonly signatures: readonly SignatureRow[]
  /** What is asked of the post on the day: what a signature has to name. */
  readonly templateIds: readonly string[]
  readonly items: readonly Item[]
}

export type Standing = {
  readonly organization: Organization
  readonly level: Level
  readonly sheets: readonly Sheet[]
}

type When = { readonly year: number; readonly day: Day }

/** How one organization alone stands to its duties of a year; nothing where no duty can bind it. */
export async function standingAt(db: Reader, { path }: { readonly path: string }, when: When) {
  const [own] = await standingsAt(db, { path, isAlone: true }, when)
  return own
}

type Where = { readonly path: string; readonly unitId?: string | undefined }

/** The same of every organization at and below a path, unit by unit, or of one unit: a province never lies in memory. */
export async function* standingsBelow(db: Reader, { path, unitId }: Where, when: When) {
  const parts = unitId === undefined ? await partsOf(db, path) : [{ path, unitId }]
  for (const part of parts) yield await standingsAt(db, part, when)
}

async function standingsAt(db: Reader, among: Among, { year, day }: When) {
  const organizations = await findBound(db, among)
  const templates = (await findTemplates(db, among.path)).filter((one) => isOfYear(one, year))
  const known = await knownOf(db, among, { year, day })
  const periods = new Map(templates.map((one) => [one.id, periodsOf(one, year)]))
  return organizations.flatMap((organization): Standing[] => {
    const level = levelOf(organization.kind)
    if (!level) return []
    const own = templates.filter((template) => binds(template, organization))
    const byPost = Map.groupBy(own, ({ post }) => post)
    const sheets = [...byPost].map(([post, some]) =>
      sheetOf({ organization, post, templates: some, periods, known, day }),
    )
    return [{ organization, level, sheets }]
  })
}

async function knownOf(db: Reader, among: Among, { year, day }: When) {
  const records = await findRecords(db, among, year)
  const signatures = await findSignatures(db, among, year)
  const holders = await findHolders(db, among, day)
  return {
    records: new Map(
      records.map((one) => [keyOf(one.organizationId, one.templateId, one.period), one]),
    ),
    signatures: Map.groupBy(signatures, (one) => keyOf(one.organizationId, one.post)),
    holders: Map.groupBy(holders, (one) => keyOf(one.organizationId, one.post)),
  }
}

type Making = {
  readonly organization: Organization
  readonly post: Template['post']
  readonly templates: readonly Template[]
  readonly periods: ReadonlyMap<string, readonly Period[]>
  readonly known: Awaited<ReturnType<typeof knownOf>>
  readonly day: Day
}

function sheetOf({ organization, post, templates, periods, known, day }: Making): Sheet {
  const seat = keyOf(organization.id, post)
  const [holder] = known.holders.get(seat) ?? []
  const signatures = known.signatures.get(seat) ?? []
  const templateIds = templates
    .filter(({ until }) => until === null || until > day)
    .map(({ id }) => id)
  const items = templates.flatMap((template) =>
    (periods.get(template.id) ?? []).map((period) => {
      const record = known.records.get(keyOf(organization.id, template.id, period.key))
      return { template, period, record, state: stateOf(period, record, day) }
    }),
  )
  return {
    post,
    holder,
    signatures,
    templateIds,
    signing: signingOf(holder?.memberId, signatures[0], templateIds),
    items: items.toSorted((one, other) => one.period.dueOn.localeCompare(other.period.dueOn)),
  }
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ')
}

export type Seat = {
  readonly organization: Organization
  /** How the organization is called. */
  readonly name: string
  readonly sheet: Sheet
}

type Somebody = { readonly unitId: string; readonly memberId?: string; readonly day: Day }

/** The lists that go with the posts of one person, wherever they hold them, this year. */
export async function seatsOf(db: Reader, { unitId, memberId, day }: Somebody): Promise<Seat[]> {
  if (!memberId) return []
  const seats = []
  for (const { organization, posts } of await findSeats(db, { unitId, memberId, day })) {
    const own = await standingAt(db, organization, { year: yearOf(day), day })
    for (const sheet of own?.sheets ?? [])
      if (posts.includes(sheet.post)) seats.push({ organization, name: organization.name, sheet })
  }
  return seats
}
