import { contract } from '@zhixing/contract'
import { and, asc, count, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { isLate, orderStateOf, stepsOf } from '../rules.ts'
import { titleIssues, titleOrders, titles } from '../table.ts'

const ofOrder = and(eq(titles.unitId, titleOrders.unitId), eq(titles.id, titleOrders.titleId))
const ofIssue = and(eq(titles.unitId, titleIssues.unitId), eq(titles.id, titleIssues.titleId))

/** What was ordered at and below an organization, what is open first. */
export const listOrders = view(contract.materials.orders, async (sight, input) => {
  const { db, now } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const isOpen = and(
    isNull(titleOrders.endedOn),
    sql`${titleOrders.arrived} < ${titleOrders.copies}`,
  )
  const here = within(reach, titleOrders.path)
  const chosen = and(here, input.onlyOpen ? isOpen : undefined)
  const rows = await db
    .select({ order: titleOrders, titleName: titles.name, organizationName: organizations.name })
    .from(titleOrders)
    .innerJoin(titles, ofOrder)
    .innerJoin(organizations, eq(organizations.id, titleOrders.organizationId))
    .where(chosen)
    .orderBy(sql`(${isOpen}) desc`, desc(titleOrders.orderedOn), desc(titleOrders.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [sum] = await db
    .select({
      total: count(),
      cents: sql<number>`coalesce(sum(${titleOrders.copies}::bigint * ${titleOrders.priceCents}), 0)::float8`,
    })
    .from(titleOrders)
    .where(chosen)
  return {
    rows: rows.map(({ order, ...named }) => {
      const { unitId, id: orderId, titleId, copies, arrived, supplier, priceCents } = order
      const { orderedOn, dueOn, note, byName } = order
      const facts = { unitId, orderId, titleId, copies, arrived, supplier, priceCents }
      const standing = { state: orderStateOf(order), isLate: isLate(order, today) }
      return { ...facts, orderedOn, dueOn, note, byName, ...named, ...standing }
    }),
    total: sum?.total ?? 0,
    cents: sum?.cents ?? 0,
    open: await db.$count(titleOrders, and(here, isOpen)),
    late: await db.$count(titleOrders, and(here, isOpen, lt(titleOrders.dueOn, today))),
  }
})

const receiver = alias(organizations, 'receiver')
const sender = alias(organizations, 'sender')

/** Every issue with its title and both ends. */
function selectIssues(db: Reader) {
  return db
    .select({
      issue: titleIssues,
      titleName: titles.name,
      kind: titles.kind,
      fromName: sender.name,
      fromPath: sender.path,
      toName: receiver.name,
      toPath: receiver.path,
      memberName: members.name,
    })
    .from(titleIssues)
    .innerJoin(titles, ofIssue)
    .innerJoin(sender, eq(sender.id, titleIssues.organizationId))
    .innerJoin(receiver, eq(receiver.id, titleIssues.toOrganizationId))
    .leftJoin(
      members,
      and(eq(members.unitId, titleIssues.unitId), eq(members.id, titleIssues.memberId)),
    )
}

async function countIssues(db: Reader, chosen: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(titleIssues)
    .innerJoin(sender, eq(sender.id, titleIssues.organizationId))
    .innerJoin(receiver, eq(receiver.id, titleIssues.toOrganizationId))
    .where(chosen)
  return row?.count ?? 0
}

type Selected = Awaited<ReturnType<typeof selectIssues>>[number]

function shownTo({ appointments }: Actor) {
  const receives = reachOf(appointments, 'materials.receive')
  const sends = reachOf(appointments, 'materials.keep')
  return ({ issue, fromPath, toPath, ...named }: Selected) => {
    const { id: issueId, state, memberId } = issue
    const [isReceiver, isSender] = [covers(receives, toPath), covers(sends, fromPath)]
    return { ...issue, ...named, issueId, may: stepsOf({ state, memberId, isReceiver, isSender }) }
  }
}

/** Parcels: what comes to an organization and below, or what goes out from there; unconfirmed first. */
export const listIssues = view(contract.materials.issues, async (sight, input) => {
  const { db, actor } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const side =
    input.side === 'incoming'
      ? and(within(reach, receiver.path), isNull(titleIssues.memberId))
      : within(reach, sender.path)
  const own = and(side, input.titleId ? eq(titleIssues.titleId, input.titleId) : undefined)
  const chosen = and(own, input.state ? eq(titleIssues.state, input.state) : undefined)
  const rows = await selectIssues(db)
    .where(chosen)
    .orderBy(
      sql`${titleIssues.state} = 'sent' desc`,
      desc(titleIssues.on),
      asc(receiver.path),
      desc(titleIssues.id),
    )
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return {
    rows: rows.map(shownTo(actor)),
    total: await countIssues(db, chosen),
    waiting: await countIssues(db, and(own, eq(titleIssues.state, 'sent'))),
  }
})

const most = 200

/** What one member was given and still has, with the e-copies. */
export const mine = ownView(contract.materials.mine, async ({ db, actor }) => {
  const { unitId, memberId } = actor
  if (!memberId) return { given: [], copies: 0 }
  const rows = await db
    .select({ issue: titleIssues, titleName: titles.name, kind: titles.kind, from: sender.name })
    .from(titleIssues)
    .innerJoin(titles, ofIssue)
    .innerJoin(sender, eq(sender.id, titleIssues.organizationId))
    .where(
      and(
        eq(titleIssues.unitId, unitId),
        eq(titleIssues.memberId, memberId),
        sql`${titleIssues.state} <> 'withdrawn'`,
      ),
    )
    .orderBy(desc(titleIssues.on), desc(titleIssues.id))
    .limit(most)
  const files = await filesOf(
    db,
    rows.map(({ issue }) => `title:${issue.titleId}`),
  )
  return {
    given: rows.map(({ issue, titleName, kind, from }) => ({
      unitId,
      issueId: issue.id,
      titleId: issue.titleId,
      titleName,
      kind,
      organizationName: from,
      copies: issue.copies,
      on: issue.on,
      isAcknowledged: issue.state === 'received',
      note: issue.note,
      files: files.get(`title:${issue.titleId}`) ?? [],
    })),
    copies: rows.reduce((sum, { issue }) => sum + issue.copies, 0),
  }
})
