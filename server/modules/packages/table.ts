import type { lessonStates, packageStandards } from '@zhixing/contract/package-words.ts'
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

/** One that can be opened; the address is as it is kept, see the rules of manifests. */
type KeptLesson = {
  readonly identifier: string
  readonly title: string
  readonly launch: string
  readonly isAsset: boolean
  readonly masteryScore: number | null
  readonly launchData: string
}

/** Made elsewhere, judged here, and unpacked: its files lie in the file store in a folder of its id. */
export const packages = followTree(
  unitTable(
    'packages',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      standard: text('standard').$type<keyof typeof packageStandards>().notNull(),
      edition: text('edition').notNull(),
      lessons: jsonb('lessons').$type<readonly KeptLesson[]>().notNull(),
      bytes: integer('bytes').notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('packages_by_path').on(self.path),
    ],
  ),
)

/** How far one person is with one lesson. Learners may come from other units: they are known by their id alone. */
export const packageAttempts = unitTable(
  'package_attempts',
  {
    packageId: uuid('package_id').notNull(),
    lesson: text('lesson').notNull(),
    personId: uuid('person_id').notNull(),
    personName: text('person_name').notNull(),
    /** Where they stood when they began. */
    personPath: pathText('person_path').notNull(),
    state: text('state').$type<keyof typeof lessonStates>().notNull().default('unstarted'),
    score: doublePrecision('score'),
    /** What the run-time wants to find again. */
    memory: text('memory'),
    /** As much as the server's clock allowed. */
    seconds: integer('seconds').notNull().default(0),
    /** Only the play that was opened last may write. */
    playId: uuid('play_id').notNull(),
    seq: integer('seq').notNull().default(0),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
    doneAt: timestamp('done_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.packageId, packages),
    unique('package_attempts_one').on(self.unitId, self.packageId, self.lesson, self.personId),
    index('package_attempts_by_person').on(self.personId),
  ],
)

/** One opening of a lesson: the way to its files that nobody can guess, until it has run out. */
export const packagePlays = unitTable(
  'package_plays',
  {
    packageId: uuid('package_id').notNull(),
    attemptId: uuid('attempt_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** The page of ours that may show it. */
    origin: text('origin').notNull(),
    /** What the page has said so far, and how much of it was believed. */
    saidSeconds: integer('said_seconds').notNull().default(0),
    heardAt: timestamp('heard_at', { withTimezone: true }).notNull(),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.packageId, packages),
    withinUnit(self, self.attemptId, packageAttempts),
    index('package_plays_by_token').on(self.tokenHash),
  ],
)
