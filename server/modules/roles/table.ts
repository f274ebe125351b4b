import { sql } from 'drizzle-orm'
import { date, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** What a branch offers to those who hold no post: a task, and how many may take it. */
export const voluntaryPosts = followTree(
  unitTable(
    'voluntary_posts',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      statement: text('statement').notNull(),
      seats: integer('seats').notNull(),
      withdrawnOn: date('withdrawn_on'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      uniqueIndex('voluntary_posts_title')
        .on(self.unitId, self.organizationId, self.title)
        .where(sql`withdrawn_on is null`),
      index('voluntary_posts_by_path').on(self.path),
    ],
  ),
)

/** What one member answers for in one year, assigned by the branch or claimed, and how it was judged. */
export const memberRoles = followTree(
  unitTable(
    'member_roles',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      memberId: uuid('member_id').notNull(),
      /** The voluntary post that was claimed; a statement for somebody in post has none. */
      postId: uuid('post_id'),
      kind: text('kind', { enum: ['inPost', 'noPost'] }).notNull(),
      title: text('title').notNull(),
      statement: text('statement').notNull(),
      year: integer('year').notNull(),
      state: text('state', {
        enum: ['assigned', 'claimed', 'held', 'assessed', 'declined', 'ended'],
      }).notNull(),
      promise: text('promise').notNull().default(''),
      grade: text('grade', { enum: ['excellent', 'good', 'fair', 'poor'] }),
      comment: text('comment').notNull().default(''),
      reason: text('reason').notNull().default(''),
      since: date('since').notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      withinUnit(self, self.postId, voluntaryPosts),
      uniqueIndex('member_roles_one_statement')
        .on(self.unitId, self.memberId, self.year)
        .where(sql`kind = 'inPost' and state not in ('declined', 'ended')`),
      uniqueIndex('member_roles_one_claim')
        .on(self.unitId, self.memberId, self.postId, self.year)
        .where(sql`kind = 'noPost' and state not in ('declined', 'ended')`),
      index('member_roles_by_path').on(self.path, self.year),
    ],
  ),
)
