import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Booking,
  BookingKey,
  BookingState,
  Details,
  Item,
  ItemDraft,
  Origin,
  ResourceDraft,
  ResourceKey,
  ResourceKind,
  ResourceRow,
  Span,
} from './resource-shapes.ts'
import { House, Point, Utilisation } from './resource-use.ts'
import { Day, Id, Line, Moment, Paging, Version, pageOf } from './vocabulary.ts'

const Days = z.object({ from: Day, until: Day })
const BookingForm = BookingKey.extend({ version: Version })
const Stepped = z.object({ version: Version })

export const resources = {
  list: query({
    grant: 'resources.view',
    summary: '资源目录：师资、场所、基地、器材；本组织的、上级的和共享的',
    input: Paging.extend({
      organizationId: Id,
      kind: ResourceKind.exactOptional(),
      type: z.string().max(40).exactOptional(),
      /** Of lecturers: where they come from. */
      origin: Origin.exactOptional(),
      text: Line.default(''),
      /** Only what lies at or below the organization, or only what others share. */
      from: z.enum(['all', 'own', 'shared']).default('all'),
      onlyRed: z.boolean().default(false),
      withRetired: z.boolean().default(false),
    }),
    output: pageOf(ResourceRow).extend({
      counts: z.record(ResourceKind, z.int()),
      types: z.array(z.object({ type: z.string(), count: z.int() })),
      waiting: z.int(),
      mayManage: z.boolean(),
    }),
  }),

  show: query({
    grant: 'resources.view',
    summary: '一项资源：资料、菜单、荣誉、聘期、开放时间、使用和评价',
    input: ResourceKey,
    output: ResourceRow.extend({
      details: Details,
      spot: ResourceDraft.shape.spot,
      opening: ResourceDraft.shape.opening.unwrap(),
      partOf: z.object({ resourceId: Id, name: z.string() }).nullable(),
      parts: z.array(
        z.object({ resourceId: Id, kind: ResourceKind, type: z.string(), name: z.string() }),
      ),
      menu: z.array(Item),
      /** What is missing or deserves a second look: too small a menu, a feature that another base has. */
      hints: z.array(z.object({ sentence: z.string(), clause: z.string() })),
      feeCap: z.object({ yuan: z.int(), clause: z.string() }).nullable(),
      reviews: z.array(
        z.object({ score: z.int(), comment: z.string(), forName: z.string(), day: Day }),
      ),
      version: Version,
    }),
  }),

  found: command({
    grant: 'resources.manage',
    summary: '登记一项资源',
    input: z.object({ organizationId: Id, resource: ResourceDraft }),
    output: ResourceKey,
  }),

  change: command({
    grant: 'resources.manage',
    summary: '修改一项资源的资料；共享或不再共享',
    input: ResourceKey.extend({ version: Version, resource: ResourceDraft }),
    output: z.object({ version: Version }),
  }),

  retire: command({
    grant: 'resources.manage',
    summary: '停用一项资源；还有人预订时不能停用',
    input: ResourceKey.extend({ version: Version, reason: Line.min(2) }),
    output: z.object({}),
  }),

  keepItem: command({
    grant: 'resources.manage',
    summary: '在菜单里添加或修改一项：课程、活动、参观、实境课堂',
    input: ResourceKey.extend({ itemId: Id, item: ItemDraft }),
    output: z.object({ itemId: Id }),
  }),

  calendar: query({
    grant: 'resources.view',
    summary: '一段时间里的预订：一项资源的，或者本组织所有资源的',
    input: Days.extend({
      organizationId: Id,
      resourceId: Id.exactOptional(),
      kind: ResourceKind.exactOptional(),
    }),
    output: z.object({
      resources: z.array(ResourceKey.extend({ kind: ResourceKind, name: z.string() })),
      bookings: z.array(Booking),
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

  utilisation: query({
    grant: 'resources.view',
    summary: '利用率、闲置建议、菜单需求和跨单位使用记录',
    input: Days.extend({ organizationId: Id, kind: ResourceKind.exactOptional() }),
    output: Utilisation,
  }),

  network: query({
    grant: 'resources.view',
    summary: '基地网络和红色资源图：类型、位置、使用次数',
    input: z.object({
      organizationId: Id,
      onlyRed: z.boolean().default(false),
      type: z.string().max(40).exactOptional(),
    }),
    output: z.object({
      points: z.array(Point),
      types: z.array(z.object({ type: z.string(), count: z.int() })),
      /** Known, and without a place on the map. */
      unplaced: z.int(),
    }),
  }),

  route: query({
    grant: 'resources.view',
    summary: '参观路线：从第一处出发，按直线距离排出先后',
    input: z.object({ organizationId: Id, stops: z.array(Id).min(2).max(12) }),
    output: z.object({
      legs: z.array(Point.extend({ kilometres: z.number() })),
      kilometres: z.number(),
    }),
  }),

  house: query({
    grant: 'resources.view',
    summary: '党课书房、干部学院等机构的一页：学习组织、师资、课件、培训、反馈',
    input: ResourceKey,
    output: House,
  }),

  addFile: command({
    grant: 'resources.manage',
    summary: '给一项资源放上课件或照片',
    input: ResourceKey.extend({ fileId: Id }),
    output: z.object({}),
  }),

  removeFile: command({
    grant: 'resources.manage',
    summary: '撤下课件或照片',
    input: ResourceKey.extend({ fileId: Id }),
    output: z.object({}),
  }),

  push: command({
    grant: 'resources.manage',
    summary: '把一份课件推送给下级支部的书记',
    input: ResourceKey.extend({ fileId: Id, note: Line.default('') }),
    output: z.object({ told: z.int() }),
  }),

  feeds: query({
    grant: 'resources.manage',
    summary: '一项资源的日历订阅地址：谁在何时开通的',
    input: ResourceKey,
    output: z.object({
      feeds: z.array(z.object({ feedId: Id, label: z.string(), byName: z.string(), at: Moment })),
    }),
  }),

  openFeed: command({
    grant: 'resources.manage',
    summary: '开通日历订阅：地址只显示一次，任何日历软件都能用',
    input: ResourceKey.extend({ label: Line.min(1, '请写明给谁用') }),
    output: z.object({ feedId: Id, path: z.string() }),
  }),

  closeFeed: command({
    grant: 'resources.manage',
    summary: '收回日历订阅地址，马上失效',
    input: ResourceKey.extend({ feedId: Id }),
    output: z.object({}),
  }),
}
