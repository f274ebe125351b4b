import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Booking,
  Details,
  Item,
  ItemDraft,
  ResourceDraft,
  ResourceKey,
  ResourceKind,
  ResourceRow,
  Span,
  BookingKey,
} from './resource-shapes.ts'
import { Day, Id, Line, Moment, Paging, Version, pageOf } from './vocabulary.ts'

const Days = z.object({ from: Day, until: Day })

export const resources = {
  list: query({
    grant: 'resources.view',
    summary: '资源目录：师资、场所、基地、器材；本组织的、上级的和共享的',
    input: Paging.extend({
      organizationId: Id,
      kind: ResourceKind.exactOptional(),
      type: z.string().max(40).exactOptional(),
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
}
