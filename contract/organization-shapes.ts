import * as z from 'zod'

import { Day, Id, Line, Moment, Name, keysOf } from './vocabulary.ts'
import { organizationKinds, posts, sectors, setupChecks, severities } from './words.ts'

export const OrganizationKind = z.enum(keysOf(organizationKinds))
export type OrganizationKind = z.infer<typeof OrganizationKind>
export const Sector = z.enum(keysOf(sectors))
export type Sector = z.infer<typeof Sector>
export const Tier = z.int().min(1).max(5)

export const OrganizationRow = z.object({ id: Id, unitId: Id, name: Name, kind: OrganizationKind })

/** Where the page before ended: the id of its last row, a space, its key. */
export const After = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} /)
  .max(600)

/** A node of the tree; how many members lie at and below it, and whether it can be opened. */
export const Node = OrganizationRow.extend({ members: z.int(), hasChildren: z.boolean() })

/** The national system's code of an organization. */
export const Code = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{3,40}$/, '组织代码只能由 3 到 40 位数字、字母和短横线组成')

/** What is said of an organization; left out means unknown when it is founded, and unchanged later. */
export const Facts = z.object({
  sector: Sector.exactOptional(),
  code: Code.nullable().exactOptional(),
  /** The village, office or company in which it is set up, and its unified social credit code. */
  employer: Line.exactOptional(),
  employerCode: z.string().trim().toUpperCase().max(30).nullable().exactOptional(),
  /** The units that a joint branch covers. */
  coveredUnits: z.array(Line.min(1)).max(30).exactOptional(),
  tier: Tier.nullable().exactOptional(),
  foundedOn: Day.nullable().exactOptional(),
})

/** One thing that the rules ask of an organization and that is not so. */
export const Check = z.object({
  code: z.enum(keysOf(setupChecks)),
  severity: z.enum(keysOf(severities)),
  sentence: z.string(),
  clause: z.string(),
  next: z.string(),
})

export const Counts = z.object({
  members: z.int(),
  probationary: z.int(),
  branches: z.int(),
  organizations: z.int(),
})

export const Change = z.object({
  id: Id,
  day: Day,
  what: z.enum([
    'founded',
    'renamed',
    'moved',
    'changed',
    'mergedInto',
    'merged',
    'split',
    'splitFrom',
    'dissolved',
    'elected',
    'extended',
  ]),
  sentence: z.string(),
  reason: z.string(),
  at: Moment,
})

export const Holder = z.object({
  id: Id,
  unitId: Id,
  post: z.enum(keysOf(posts)),
  memberId: Id,
  memberName: z.string(),
  from: Day,
})

export const Term = z.object({
  id: Id,
  electedOn: Day,
  endsOn: Day,
  extendedTo: Day.nullable(),
  state: z.enum(['serving', 'ending', 'overdue']),
})
