import { sql } from 'drizzle-orm'
import {
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
import { followPartner, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { procedureCases } from '../procedures/table.ts'

const phrase = (name: string) => text(name).notNull().default('')

/**
 * A relationship on its way. It lies in the unit in which it began: the one that is left, or, for a letter from outside,
 * the one that receives. The other end reads it by `partnerPath` as soon as the letter is issued.
 */
export const transfers = followPartner(
  unitTable(
    'transfers',
    {
      route: text('route', { enum: ['inside', 'out', 'in'] }).notNull(),
      /** Of a letter from outside nobody, until they are received. */
      memberId: uuid('member_id'),
      name: text('name').notNull(),
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      partnerId: uuid('partner_id'),
      partnerPath: pathText('partner_path'),
      fromName: text('from_name').notNull(),
      toName: text('to_name').notNull(),
      contact: phrase('contact'),
      reason: text('reason', {
        enum: [
          'work',
          'graduation',
          'moved',
          'floating',
          'retired',
          'restructured',
          'service',
          'other',
        ],
      }).notNull(),
      note: phrase('note'),
      state: text('state', {
        enum: [
          'draft',
          'issued',
          'inTransit',
          'received',
          'returned',
          'expired',
          'declined',
          'withdrawn',
        ],
      }).notNull(),
      caseId: uuid('case_id').notNull(),
      /** Of a letter issued here its place in the year; of one from outside, what stands on it. */
      letterYear: smallint('letter_year'),
      letterSerial: integer('letter_serial'),
      letterNumber: text('letter_number'),
      issuedOn: date('issued_on'),
      issuer: phrase('issuer'),
      validDays: integer('valid_days'),
      validUntil: date('valid_until'),
      duesPaidTo: text('dues_paid_to'),
      /** What a letter from outside says of the person, sealed; gone as soon as it is over. */
      factsSealed: text('facts_sealed'),
      idNumberIndex: text('id_number_index'),
      startedOn: date('started_on').notNull(),
      endedOn: date('ended_on'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.memberId, members),
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.caseId, procedureCases),
      uniqueIndex('transfers_one_open')
        .on(self.unitId, self.memberId)
        .where(sql`state in ('draft', 'issued', 'inTransit')`),
      unique('transfers_letter_once').on(self.unitId, self.letterYear, self.letterSerial),
      uniqueIndex('transfers_outside_letter_once')
        .on(self.unitId, self.letterNumber, self.fromName)
        .where(sql`route = 'in' and state in ('issued', 'inTransit', 'received')`),
      index('transfers_by_path').on(self.path),
      index('transfers_by_partner').on(self.partnerPath),
      index('transfers_by_member').on(self.memberId),
      index('transfers_running')
        .on(self.validUntil)
        .where(sql`state in ('issued', 'inTransit')`),
    ],
  ),
)
