import * as z from 'zod'
import { Audience } from './audience.ts'
import { command, query } from './kit.ts'
import { Id, Line, Moment, Name, Paging, Text, pageOf } from './vocabulary.ts'

export const FileName = z.object({ unitId: Id, fileId: Id, name: z.string(), bytes: z.int() })

const NoticeKey = z.object({ unitId: Id, noticeId: Id })

const Received = NoticeKey.extend({
  kind: z.string(),
  from: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  sentAt: Moment,
  /** How often it was said again because it had not been read. */
  reminders: z.int(),
  readAt: Moment.nullable(),
  files: z.array(FileName),
})

const Sent = NoticeKey.extend({
  from: z.string(),
  title: z.string(),
  at: Moment,
  people: z.int(),
  read: z.int(),
})

const Receipt = z.object({
  personId: Id,
  name: z.string(),
  organizationName: z.string(),
  readAt: Moment.nullable(),
})

export const notices = {
  list: query({
    summary: '我的收件箱，新的在前，附未读条数',
    input: Paging.extend({ onlyUnread: z.boolean().default(false) }),
    output: pageOf(Received).extend({ unread: z.int() }),
  }),

  read: command({
    summary: '标记一条通知已读（回执）',
    input: NoticeKey,
    output: z.object({ readAt: Moment }),
  }),

  send: command({
    grant: 'notices.send',
    summary: '向一个党组织的党员发学习通知，可附材料',
    input: z.object({
      organizationId: Id,
      /** Made by the form: the same form sent twice says it once. */
      formId: Id,
      title: Name,
      body: Text,
      link: Line.default(''),
      audience: Audience.default({}),
      /** For some of them, more than the common core: whoever is in several hears the first. */
      parts: z
        .array(z.object({ name: Name.max(30), audience: Audience, body: Text.min(1) }))
        .max(5)
        .default([]),
      fileIds: z.array(Id).max(20).default([]),
    }),
    output: NoticeKey.extend({ people: z.int() }),
  }),

  remind: command({
    grant: 'notices.send',
    summary: '再次提醒还没有读的人',
    input: NoticeKey,
    output: z.object({ people: z.int() }),
  }),

  sent: query({
    grant: 'notices.send',
    summary: '发出的通知与已读人数',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Sent),
  }),

  receipts: query({
    grant: 'notices.send',
    summary: '一条通知的回执：谁已读，谁未读',
    input: Paging.extend({ ...NoticeKey.shape, onlyUnread: z.boolean().default(false) }),
    output: pageOf(Receipt).extend({
      title: z.string(),
      body: z.string(),
      at: Moment,
      people: z.int(),
      read: z.int(),
      files: z.array(FileName),
    }),
  }),
}
