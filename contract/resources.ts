import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Days,
  Details,
  Item,
  ItemDraft,
  Origin,
  ResourceDraft,
  ResourceKey,
  ResourceKind,
  ResourceRow,
} from './resource-shapes.ts'
import { House, Point, Utilisation } from './resource-use.ts'
import { Day, Id, Line, Moment, Paging, Version, pageOf } from './vocabulary.ts'

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
      types: z.array(z.object({ type: z.string(), count: z.int() })).max(100),
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

  utilisation: query({
    grant: 'resources.view',
    summary: '利用率、闲置建议、菜单需求和跨单位使用记录',
    input: Days.extend({
      ...Paging.shape,
      organizationId: Id,
      kind: ResourceKind.exactOptional(),
    }),
    output: Utilisation,
  }),

  network: query({
    grant: 'resources.view',
    summary: '基地网络和红色资源图：类型、位置、使用次数',
    input: Paging.extend({
      organizationId: Id,
      onlyRed: z.boolean().default(false),
      type: z.string().max(40).exactOptional(),
    }),
    output: pageOf(Point).extend({
      /** How often all of them were used in a year. */
      used: z.int(),
      types: z.array(z.object({ type: z.string(), count: z.int() })).max(100),
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
