import * as z from 'zod'
import { equipmentKinds, equipmentStates, siteTypes, staffRoles } from './site-words.ts'
import { Day, Id, Month, Version, keysOf } from './vocabulary.ts'

export const SiteKey = z.object({ unitId: Id, siteId: Id })
export const SiteType = z.enum(keysOf(siteTypes))
export const SiteRow = SiteKey.extend({
  type: SiteType,
  name: z.string(),
  organizationId: Id,
  organizationName: z.string(),
  address: z.string(),
  managerName: z.string().nullable(),
  /** Why it cannot be used now; nothing where it can. */
  trouble: z.string().nullable(),
  isIdle: z.boolean(),
  machines: z.int(),
  /** Months for which a record is still due, oldest first. */
  owes: z.array(Month),
  isLate: z.boolean(),
  lastMonth: Month.nullable(),
})

export const Figures = z.object({
  sessions: z.int(),
  playbacks: z.int(),
  minutesOpen: z.int(),
  attendance: z.int(),
  faults: z.int(),
})

export const MonthRecord = SiteKey.extend({
  name: z.string(),
  organizationName: z.string(),
  month: Month,
  ...Figures.omit({ faults: true }).shape,
  faults: z.string(),
  reportedOn: Day,
  isLate: z.boolean(),
  byName: z.string(),
  version: Version,
})

export const Equipment = z.object({
  equipmentId: Id,
  kind: z.enum(keysOf(equipmentKinds)),
  name: z.string(),
  count: z.int(),
  boughtOn: Day,
  valueCents: z.int(),
  state: z.enum(keysOf(equipmentStates)),
  /** In whole years. */
  age: z.int(),
  isOld: z.boolean(),
  version: Version,
})

/** Something that took place at the site in the month, known already. */
export const Held = z.object({
  on: Day,
  title: z.string(),
  organizationName: z.string(),
  minutes: z.int(),
  attendance: z.int(),
  isPlayback: z.boolean(),
})

/** Out of how many, and which share of them: of a hundred, or nothing where there are none. */
export const Share = z.object({ part: z.int(), of: z.int(), percent: z.int().nullable() })

export const Summary = Figures.extend({
  organizationId: Id,
  name: z.string(),
  sites: z.int(),
  reported: z.int(),
  late: z.int(),
})

export const Ratio = z.object({
  role: z.enum(keysOf(staffRoles)),
  people: z.int(),
  needed: z.int(),
  sentence: z.string(),
  clause: z.string(),
})
