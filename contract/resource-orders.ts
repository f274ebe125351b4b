import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Booking,
  BookingKey,
  BookingState,
  Days,
  ResourceKey,
  ResourceKind,
  Span,
} from './resource-shapes.ts'
import { Id, Line, Moment, Paging, Version, pageOf } from './vocabulary.ts'

const BookingForm = BookingKey.extend({ version: Version })
const Stepped = z.object({ version: Version })

/** Who uses what when: from the order to what was thought of it. */
export const resourceOrders = {
  calendar: query({
    grant: 'resources.view',
    summary: '一段时间里的预订：一项资源的，或者本组织所有资源的',
    input: Days.extend({
      ...Paging.shape,
      organizationId: Id,
      resourceId: Id.exactOptional(),
      kind: ResourceKind.exactOptional(),
    }),
    output: z.object({
      rows: z.array(ResourceKey.extend({ kind: ResourceKind, name: z.string() })),
      total: z.int(),
      /** Of the resources on the page, the first of them. */
      bookings: z.array(Booking).max(500),
      /** How many there are of those resources in all. */
      booked: z.int(),
    }),
  }),

  freeTimes: query({
    grant: 'resources.view',
    summary: '一项资源在一段日子里还空着的时间',
    input: ResourceKey.extend(Days.shape),
    output: z.object({ spans: z.array(z.object({ from: Moment, until: Moment })) }),
  }),

  order: command({
    grant: 'resources.order',
    summary: '点单：为本组织预订一项资源或菜单里的一项，跨单位也可以',
    input: ResourceKey.extend({
      /** Made by the form: the same form sent twice orders once. */
      bookingId: Id,
      organizationId: Id,
      itemId: Id.nullable().default(null),
      span: Span,
      title: Line.min(2, '请写明用来做什么'),
      persons: z.int().min(1).max(100_000),
      quantity: z.int().min(1).max(1000).default(1),
      note: Line.default(''),
    }),
    output: BookingKey,
  }),

  block: command({
    grant: 'resources.manage',
    summary: '某段时间停用一项资源，写明原因',
    input: ResourceKey.extend({ bookingId: Id, span: Span, reason: Line.min(2) }),
    output: BookingKey,
  }),

  orders: query({
    grant: 'resources.view',
    summary: '点单：等待答复的、本组织下的、已经用过的',
    input: Paging.extend({
      organizationId: Id,
      /** What others ordered of us, or what we ordered. */
      side: z.enum(['ours', 'theirs']),
      state: BookingState.exactOptional(),
    }),
    output: pageOf(Booking).extend({ counts: z.record(BookingState, z.int()) }),
  }),

  decide: command({
    grant: 'resources.manage',
    summary: '答复点单：同意，或者不同意并说明原因',
    input: BookingForm.extend({
      outcome: z.enum(['approve', 'refuse']),
      reason: Line.default(''),
    }).refine(({ outcome, reason }) => outcome === 'approve' || reason.length >= 2, {
      message: '请写明为什么不同意',
      path: ['reason'],
    }),
    output: Stepped,
  }),

  confirm: command({
    grant: 'resources.order',
    summary: '点单获同意后确认前往，写明最后的人数',
    input: BookingForm.extend({ persons: z.int().min(1).max(100_000) }),
    output: Stepped,
  }),

  checkIn: command({
    grant: 'resources.order',
    summary: '到场签到',
    input: BookingForm,
    output: Stepped,
  }),

  rate: command({
    grant: 'resources.order',
    summary: '评价用过的资源，一分至五分',
    input: BookingForm.extend({
      score: z.int().min(1, '请打一至五分').max(5, '请打一至五分'),
      comment: z.string().trim().max(500).default(''),
    }),
    output: Stepped,
  }),

  withdraw: command({
    grant: 'resources.order',
    summary: '撤回还没有用的点单，时间让给别人',
    input: BookingForm.extend({ reason: Line.default('') }),
    output: Stepped,
  }),

  noShow: command({
    grant: 'resources.manage',
    summary: '预订的组织没有到场，记录下来',
    input: BookingForm,
    output: Stepped,
  }),

  unblock: command({
    grant: 'resources.manage',
    summary: '提前结束停用，恢复预订',
    input: BookingForm,
    output: Stepped,
  }),
}
