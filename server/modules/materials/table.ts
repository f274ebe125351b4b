import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

const owner = {
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
}
const written = {
  byId: uuid('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
}

/** A model member or organization, with the deeds that are told of it. */
export const roleModels = followTree(
  unitTable(
    'role_models',
    {
      ...owner,
      kind: text('kind', { enum: ['member', 'organization'] }).notNull(),
      name: text('name').notNull(),
      nameKey: text('name_key').notNull(),
      place: text('place').notNull(),
      honour: text('honour').notNull(),
      year: integer('year').notNull(),
      deeds: text('deeds').notNull(),
      memberId: uuid('member_id'),
      retiredOn: date('retired_on'),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      unique('role_models_once').on(self.unitId, self.organizationId, self.name, self.honour),
      index('role_models_by_path').on(self.path),
    ],
  ),
)

/** Each time a role model served. */
export const roleModelUses = followTree(
  unitTable(
    'role_model_uses',
    {
      ...owner,
      ...written,
      modelId: uuid('model_id').notNull(),
      on: date('on_day').notNull(),
      use: text('use', {
        enum: ['lesson', 'meeting', 'class', 'publicity', 'visit'],
      }).notNull(),
      audience: integer('audience').notNull(),
      note: text('note').notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.modelId, roleModels),
      index('role_model_uses_by_model').on(self.modelId),
    ],
  ),
)

/** What can be in stock: a book, a textbook made here, a notebook, a disc. */
export const titles = followTree(
  unitTable(
    'titles',
    {
      ...owner,
      kind: text('kind', { enum: ['book', 'localTextbook', 'notebook', 'disc'] }).notNull(),
      name: text('name').notNull(),
      nameKey: text('name_key').notNull(),
      author: text('author').notNull(),
      publisher: text('publisher').notNull(),
      code: text('code').notNull(),
      year: integer('year'),
      priceCents: integer('price_cents').notNull(),
      minutes: integer('minutes'),
      summary: text('summary').notNull(),
      modelId: uuid('model_id'),
      retiredOn: date('retired_on'),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.modelId, roleModels),
      uniqueIndex('titles_once')
        .on(self.unitId, self.organizationId, self.kind, self.name, self.publisher)
        .where(sql`retired_on is null`),
      index('titles_by_path').on(self.path, self.kind),
      index('titles_by_model').on(self.modelId),
    ],
  ),
)

export const titleOrders = followTree(
  unitTable(
    'title_orders',
    {
      ...owner,
      ...written,
      titleId: uuid('title_id').notNull(),
      copies: integer('copies').notNull(),
      arrived: integer('arrived').notNull().default(0),
      supplier: text('supplier').notNull(),
      priceCents: integer('price_cents').notNull(),
      orderedOn: date('ordered_on').notNull(),
      dueOn: date('due_on').notNull(),
      note: text('note').notNull(),
      endedOn: date('ended_on'),
      endReason: text('end_reason').notNull().default(''),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.titleId, titles),
      check('title_orders_arrived', sql`arrived >= 0 and arrived <= copies`),
      index('title_orders_by_path').on(self.path, self.orderedOn),
      index('title_orders_by_title').on(self.titleId),
    ],
  ),
)

/** Copies on their way to an organization, or given to a member; the receipt is the answer. */
export const titleIssues = followTree(
  unitTable(
    'title_issues',
    {
      ...owner,
      ...written,
      formId: uuid('form_id').notNull(),
      titleId: uuid('title_id').notNull(),
      /** Where they go: an organization, or the one at which the member is. */
      toOrganizationId: uuid('to_organization_id').notNull(),
      memberId: uuid('member_id'),
      /** The member, or else the organization. */
      holderId: uuid('holder_id').notNull(),
      copies: integer('copies').notNull(),
      received: integer('received'),
      on: date('on_day').notNull(),
      receivedOn: date('received_on'),
      receivedBy: text('received_by').notNull().default(''),
      note: text('note').notNull(),
      answer: text('answer').notNull().default(''),
      state: text('state', { enum: ['sent', 'received', 'withdrawn'] })
        .notNull()
        .default('sent'),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.toOrganizationId, organizations),
      withinUnit(self, self.titleId, titles),
      withinUnit(self, self.memberId, members),
      unique('title_issues_once').on(self.unitId, self.formId, self.holderId),
      index('title_issues_by_path').on(self.path, self.state),
      index('title_issues_by_receiver').on(self.toOrganizationId, self.state),
      index('title_issues_by_member').on(self.memberId),
    ],
  ),
)

/** How many copies somebody has: the sum of the movements, kept beside them so that nothing can be taken twice. */
export const titleStocks = unitTable(
  'title_stocks',
  {
    titleId: uuid('title_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    /** The organization itself for its shelf, or a member who was given some. */
    holderId: uuid('holder_id').notNull(),
    memberId: uuid('member_id'),
    copies: integer('copies').notNull(),
  },
  (self) => [
    withinUnit(self, self.titleId, titles),
    withinUnit(self, self.organizationId, organizations),
    withinUnit(self, self.memberId, members),
    unique('title_stocks_once').on(self.unitId, self.titleId, self.organizationId, self.holderId),
    check('title_stocks_not_below_zero', sql`copies >= 0`),
    index('title_stocks_by_organization').on(self.organizationId),
  ],
)

/** Every change of a stock, written once; a mistake is answered by its reversal. Guarded in 0001_guards.sql. */
export const titleMovements = unitTable(
  'title_movements',
  {
    ...written,
    titleId: uuid('title_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    holderId: uuid('holder_id').notNull(),
    memberId: uuid('member_id'),
    kind: text('kind', {
      enum: ['arrived', 'sent', 'received', 'handed', 'takenBack', 'returned', 'lost', 'reversed'],
    }).notNull(),
    delta: integer('delta').notNull(),
    orderId: uuid('order_id'),
    issueId: uuid('issue_id'),
    reversesId: uuid('reverses_id'),
    day: date('day').notNull(),
    note: text('note').notNull().default(''),
  },
  (self) => [
    withinUnit(self, self.titleId, titles),
    withinUnit(self, self.organizationId, organizations),
    unique('title_movements_reversed_once').on(self.unitId, self.reversesId),
    check('title_movements_something', sql`delta <> 0`),
    index('title_movements_by_title').on(self.titleId, self.organizationId, self.holderId),
  ],
)

/** A branch watched a disc together. */
export const titleViewings = followTree(
  unitTable(
    'title_viewings',
    {
      ...owner,
      ...written,
      titleId: uuid('title_id').notNull(),
      on: date('on_day').notNull(),
      attendance: integer('attendance').notNull(),
      note: text('note').notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.titleId, titles),
      index('title_viewings_by_title').on(self.titleId),
      index('title_viewings_by_path').on(self.path, self.on),
    ],
  ),
)
