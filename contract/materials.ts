import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Copies,
  Given,
  Holding,
  Issue,
  IssueKey,
  Movement,
  Order,
  OrderKey,
  TitleDraft,
  TitleKey,
  TitleKind,
  TitleRow,
  Viewing,
} from './material-shapes.ts'
import { issueStates } from './material-words.ts'
import { FileName } from './notices.ts'
import { Day, Id, Line, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const Shelf = TitleKey.extend({ organizationId: Id })
const empty = z.object({})

/** Books, textbooks and media: ordered, arrived, kept in stock, issued with receipts, watched. */
export const materials = {
  list: query({
    grant: 'materials.view',
    summary: '书刊教材目录：本组织、上级和下级的书目，各有多少册',
    input: Paging.extend({
      organizationId: Id,
      kind: TitleKind.exactOptional(),
      text: Line.default(''),
      withRetired: z.boolean().default(false),
    }),
    output: pageOf(TitleRow).extend({
      counts: z.record(TitleKind, z.int()),
      shelf: z.int(),
      /** Parcels on their way to this organization or below, not confirmed yet. */
      incoming: z.int(),
      mayKeep: z.boolean(),
    }),
  }),

  show: query({
    grant: 'materials.view',
    summary: '一种书刊教材：资料、电子版、各处库存、在党员手里的、观看记录',
    input: Shelf,
    output: TitleRow.extend({
      code: z.string(),
      summary: z.string(),
      modelId: Id.nullable(),
      files: z.array(FileName),
      shelves: z.array(Holding),
      members: z.array(Holding),
      viewed: z.array(Viewing),
      version: Version,
    }),
  }),

  movements: query({
    grant: 'materials.view',
    summary: '库存台账：一个数字由哪些进出得来，只冲销不改写',
    input: Paging.extend(Shelf.shape).extend({ holderId: Id.exactOptional() }),
    output: pageOf(Movement).extend({ copies: z.int() }),
  }),

  keepTitle: command({
    grant: 'materials.keep',
    summary: '登记或修改一种书刊教材；同一张表单交几次只登记一种',
    input: Shelf.extend({ version: Version.nullable(), title: TitleDraft }),
    output: TitleKey.extend({ version: Version }),
  }),

  retireTitle: command({
    grant: 'materials.keep',
    summary: '一种书刊教材不再订购；库存照旧发放',
    input: TitleKey.extend({ version: Version }),
    output: empty,
  }),

  addFile: command({
    grant: 'materials.keep',
    summary: '放上电子版',
    input: TitleKey.extend({ fileId: Id }),
    output: empty,
  }),

  removeFile: command({
    grant: 'materials.keep',
    summary: '撤下电子版',
    input: TitleKey.extend({ fileId: Id }),
    output: empty,
  }),

  orders: query({
    grant: 'materials.view',
    summary: '订购单：订了多少、到了多少、哪些过期未到',
    input: Paging.extend({ organizationId: Id, onlyOpen: z.boolean().default(false) }),
    output: pageOf(Order).extend({ open: z.int(), late: z.int(), cents: z.int() }),
  }),

  order: command({
    grant: 'materials.keep',
    summary: '订购一种书刊教材',
    input: Shelf.extend({
      orderId: Id,
      copies: Copies,
      supplier: Line.min(2, '请写明向谁订购'),
      priceCents: z.int().min(0).max(100_000_000),
      dueOn: Day,
      note: Line.default(''),
    }),
    output: OrderKey,
  }),

  arrive: command({
    grant: 'materials.keep',
    summary: '到货入库，可以分批；不能多于订购的数量',
    input: OrderKey.extend({ movementId: Id, copies: Copies, on: Day, note: Line.default('') }),
    output: empty,
  }),

  endOrder: command({
    grant: 'materials.keep',
    summary: '余下的不再到货，写明原因',
    input: OrderKey.extend({ reason: Line.min(2, '请写明为什么不再到货') }),
    output: empty,
  }),

  issue: command({
    grant: 'materials.keep',
    summary: '从本组织库存发给下级组织或党员，各自签收',
    input: Shelf.extend({
      formId: Id,
      /** Each to an organization, or to a member of whom the unit is this one. */
      recipients: z
        .array(
          z.object({
            organizationId: Id.exactOptional(),
            memberId: Id.exactOptional(),
            copies: Copies,
          }),
        )
        .min(1, '请选发给谁')
        .max(500, '一次最多发给 500 个'),
      note: Line.default(''),
    }),
    output: z.object({ issued: z.int(), copies: z.int() }),
  }),

  issues: query({
    grant: 'materials.view',
    summary: '发放单：发来的、发出的，谁还没有签收',
    input: Paging.extend({
      organizationId: Id,
      side: z.enum(['incoming', 'outgoing']),
      state: z.enum(keysOf(issueStates)).exactOptional(),
      titleId: Id.exactOptional(),
    }),
    output: pageOf(Issue).extend({ waiting: z.int() }),
  }),

  confirm: command({
    grant: 'materials.receive',
    summary: '签收：点清实收多少册；少了写明情况',
    input: IssueKey.extend({
      version: Version,
      copies: z.int().min(0).max(100_000),
      answer: Line.default(''),
    }),
    output: z.object({ version: Version }),
  }),

  withdraw: command({
    grant: 'materials.keep',
    summary: '撤回还没有签收的发放，册数回到库存',
    input: IssueKey.extend({ version: Version, reason: Line.min(2, '请写明为什么撤回') }),
    output: z.object({ version: Version }),
  }),

  giveBack: command({
    grant: 'materials.keep',
    summary: '党员交回或者遗失了发给他的书',
    input: Shelf.extend({
      movementId: Id,
      memberId: Id,
      copies: Copies,
      isLost: z.boolean().default(false),
      note: Line.default(''),
    }),
    output: empty,
  }),

  lose: command({
    grant: 'materials.keep',
    summary: '库存遗失、损毁，写明原因',
    input: Shelf.extend({
      movementId: Id,
      copies: Copies,
      reason: Line.min(2, '请写明遗失、损毁的原因'),
    }),
    output: empty,
  }),

  reverse: command({
    grant: 'materials.keep',
    summary: '冲销一笔登错的到货或者遗失；原来的那一笔留着',
    input: z.object({
      unitId: Id,
      movementId: Id,
      reason: Line.min(2, '请写明为什么冲销'),
    }),
    output: empty,
  }),

  viewings: query({
    grant: 'materials.view',
    summary: '光碟、影像的观看记录：哪个支部、哪天、多少人',
    input: Paging.extend({ organizationId: Id, titleId: Id.exactOptional() }),
    output: pageOf(Viewing).extend({ people: z.int(), silent: z.int() }),
  }),

  recordViewing: command({
    grant: 'materials.receive',
    summary: '登记一次观看；同一张表单交几次只算一次',
    input: Shelf.extend({
      viewingId: Id,
      on: Day,
      attendance: z.int().min(1, '至少一人').max(100_000),
      note: Line.default(''),
    }),
    output: empty,
  }),

  mine: query({
    summary: '发给我的书和笔记本',
    input: empty,
    output: z.object({ given: z.array(Given), copies: z.int() }),
  }),

  acknowledge: command({
    summary: '本人确认收到发给自己的书',
    input: IssueKey,
    output: empty,
  }),
}
