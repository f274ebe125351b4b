import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sharedTable } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

/** Somebody who can sign in. Most are members; administrators need not be. */
export const accounts = sharedTable(
  'accounts',
  {
    unitId: uuid('unit_id').notNull(),
    memberId: uuid('member_id'),
    /** Lower case; a phone number or an ID number is looked up by its index instead. */
    login: text('login').notNull(),
    name: text('name').notNull(),
    /** Where somebody who is no member stands. */
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    passwordHash: text('password_hash'),
    passwordSetAt: timestamp('password_set_at', { withTimezone: true }),
    totpSealed: text('totp_sealed'),
    totpConfirmed: boolean('totp_confirmed').notNull().default(false),
    totpLastStep: integer('totp_last_step').notNull().default(0),
    signedInAt: timestamp('signed_in_at', { withTimezone: true }),
    disabledAt: timestamp('disabled_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (self) => [
    unique('accounts_login').on(self.login),
    uniqueIndex('accounts_member')
      .on(self.unitId, self.memberId)
      .where(sql`member_id is not null`),
    index('accounts_by_organization').on(self.organizationId),
  ],
)

/** An office held over an organization and all below it, from a day until a day. */
export const appointments = sharedTable(
  'appointments',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id),
    office: text('office', {
      enum: [
        'secretary',
        'officer',
        'clerk',
        'organizer',
        'systemAdministrator',
        'securityAdministrator',
        'auditor',
      ],
    }).notNull(),
    from: timestamp('from_moment', { withTimezone: true }).notNull(),
    until: timestamp('until_moment', { withTimezone: true }),
    byId: uuid('by_id').notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedBy: uuid('revoked_by'),
    revokedBecause: text('revoked_because').notNull().default(''),
  },
  (self) => [
    index('appointments_by_account').on(self.accountId),
    index('appointments_by_organization').on(self.organizationId),
  ],
)

/** A browser that has signed in. Only the digest of its token is kept. */
export const sessions = sharedTable(
  'sessions',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    tokenHash: text('token_hash').notNull(),
    address: text('address').notNull(),
    agent: text('agent').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    /** So long without a call, and it is over. */
    idleSeconds: integer('idle_seconds').notNull().default(1_800),
    /** What has to be done first; until then the session carries no office. */
    owes: text('owes', { enum: ['newPassword', 'totp'] }),
  },
  (self) => [
    unique('sessions_token').on(self.tokenHash),
    index('sessions_by_account').on(self.accountId),
  ],
)

/**
 * How often somebody failed in a row: at an account, at a name that nobody has, from an address.
 * A name that nobody has is locked like any other, so that the lock tells nothing.
 */
export const signInGuards = sharedTable(
  'sign_in_guards',
  {
    /** "account:<id>", "login:<index of the name>", "address:<network address>", "founding" and "founding address:<…>". */
    key: text('key').notNull(),
    failures: integer('failures').notNull(),
    lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
    lockedUntil: timestamp('locked_until', { withTimezone: true }),
  },
  (self) => [
    unique('sign_in_guards_key').on(self.key),
    index('sign_in_guards_age').on(self.lastAt),
  ],
)

/** A code that opens an account once: the first time, or after a forgotten password. */
export const accountCodes = sharedTable(
  'account_codes',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    codeHash: text('code_hash').notNull(),
    issuedBy: uuid('issued_by').notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (self) => [index('account_codes_by_account').on(self.accountId)],
)

/** What the password was before, so that nobody goes in a circle. */
export const passwordHistory = sharedTable(
  'password_history',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    hash: text('hash').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [index('password_history_by_account').on(self.accountId, self.at)],
)

/** The code that lets somebody found an empty platform, once. */
export const foundingCodes = sharedTable('founding_codes', {
  codeHash: text('code_hash').notNull(),
  issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  usedAt: timestamp('used_at', { withTimezone: true }),
})
