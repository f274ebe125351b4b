import { boolean, date, index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { resources } from '../resources/table.ts'

/** What a room has when it is a site; its id is the room's, and name, address and bookings lie with the room. */
export const sites = unitTable(
  'sites',
  {
    managerId: uuid('manager_id'),
    /** Records are due from its month on. */
    since: date('since').notNull(),
    isOutOfOrder: boolean('is_out_of_order').notNull().default(false),
    fault: text('fault').notNull().default(''),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.id, resources),
    withinUnit(self, self.managerId, members),
    index('sites_by_manager').on(self.managerId),
  ],
)

export const siteEquipment = unitTable(
  'site_equipment',
  {
    siteId: uuid('site_id').notNull(),
    kind: text('kind', {
      enum: ['computer', 'display', 'projector', 'receiver', 'sound', 'other'],
    }).notNull(),
    name: text('name').notNull(),
    count: integer('count').notNull(),
    boughtOn: date('bought_on').notNull(),
    valueCents: integer('value_cents').notNull(),
    state: text('state', { enum: ['inUse', 'faulty', 'idle', 'scrapped'] }).notNull(),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.siteId, resources),
    index('site_equipment_by_site').on(self.siteId),
  ],
)

/** What a site was used for in one month, told once. */
export const siteRecords = unitTable(
  'site_records',
  {
    siteId: uuid('site_id').notNull(),
    month: text('month').notNull(),
    sessions: integer('sessions').notNull(),
    playbacks: integer('playbacks').notNull(),
    minutesOpen: integer('minutes_open').notNull(),
    attendance: integer('attendance').notNull(),
    faults: text('faults').notNull(),
    reportedOn: date('reported_on').notNull(),
    /** Told after the day allowed for it: kept, and shown as late. */
    isLate: boolean('is_late').notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.siteId, resources),
    unique('site_records_once').on(self.unitId, self.siteId, self.month),
    index('site_records_by_month').on(self.month),
  ],
)

/** Who works for education and stands in no other register: organisers, and instructors who are no lecturers. */
export const educationStaff = followTree(
  unitTable(
    'education_staff',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      role: text('role', { enum: ['organizer', 'instructor'] }).notNull(),
      memberId: uuid('member_id').notNull(),
      isFullTime: boolean('is_full_time').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day'),
      note: text('note').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      unique('education_staff_once')
        .on(self.unitId, self.role, self.memberId, self.until)
        .nullsNotDistinct(),
      index('education_staff_by_path').on(self.path),
    ],
  ),
)
