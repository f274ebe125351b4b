import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { acrossUnits, followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { classEnrolments, classes } from '../classes/table.ts'
import { members } from '../members/table.ts'

/** What was certified, as it was certified: a certificate says the same in ten years, whatever became of the class. */
export const certificates = followTree(
  unitTable(
    'certificates',
    {
      classId: uuid('class_id').notNull(),
      enrolmentId: uuid('enrolment_id').notNull(),
      path: pathText('path').notNull(),
      memberUnitId: uuid('member_unit_id'),
      memberId: uuid('member_id'),
      name: text('name').notNull(),
      nameKey: text('name_key').notNull(),
      organizationName: text('organization_name').notNull(),
      className: text('class_name').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
      minutes: integer('minutes').notNull(),
      issuerName: text('issuer_name').notNull(),
      issuedOn: date('issued_on').notNull(),
      number: text('number').notNull(),
      /** 128 random bits: whoever does not hold the paper cannot guess it. */
      code: text('code').notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      revokedAt: timestamp('revoked_at', { withTimezone: true }),
      revokedBy: uuid('revoked_by'),
      revokeReason: text('revoke_reason').notNull().default(''),
    },
    (self) => [
      withinUnit(self, self.classId, classes),
      withinUnit(self, self.enrolmentId, classEnrolments),
      acrossUnits(self.memberUnitId, self.memberId, members),
      unique('certificates_number').on(self.unitId, self.number),
      uniqueIndex('certificates_one_in_force')
        .on(self.unitId, self.enrolmentId)
        .where(sql`revoked_at is null`),
      index('certificates_by_class').on(self.unitId, self.classId, self.nameKey),
      index('certificates_by_code').on(self.code),
      index('certificates_by_member').on(self.memberId),
      check('certificates_revoked', sql`(revoked_at is null) = (revoke_reason = '')`),
    ],
  ),
)

/** How many of a series have been issued in a year: the next one's number. */
export const certificateSeries = unitTable(
  'certificate_series',
  {
    prefix: text('prefix').notNull(),
    year: smallint('year').notNull(),
    issued: integer('issued').notNull(),
  },
  (self) => [unique('certificate_series_once').on(self.unitId, self.prefix, self.year)],
)

/** Each time somebody looked whether a certificate is true; the address is kept in part only. */
export const certificateChecks = unitTable(
  'certificate_checks',
  {
    certificateId: uuid('certificate_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    address: text('address').notNull(),
    wasRevoked: boolean('was_revoked').notNull(),
  },
  (self) => [
    withinUnit(self, self.certificateId, certificates),
    index('certificate_checks_by_certificate').on(self.unitId, self.certificateId, self.at),
  ],
)
