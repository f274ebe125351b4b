import { eq, inArray } from 'drizzle-orm'
import { addDays, dayOf, yearOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { standingsBelow } from '../modules/duties/index.ts'
import type { Standing } from '../modules/duties/index.ts'
import { dutyRecords, dutySignatures, dutyTemplates } from '../modules/duties/table.ts'
import { organizations } from '../modules/organizations/table.ts'
import type { Dice } from './dice.ts'
import { dutiesOf } from './duty-list.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

/** Three levels of duties, most of them signed and done in time, some late, some posts not signed for. */
export async function plantDuties(
  { tx, now }: Scene,
  { county, branches }: DemoTree,
  dice: Dice,
): Promise<void> {
  const day = dayOf(now)
  const year = yearOf(day)
  await plantTiers(tx, branches, dice)
  const from = `${year - 1}-01-01`
  const laid = { organizationId: county.id, path: county.path, from, byId: newId(), at: now }
  await insertAll(
    tx,
    dutyTemplates,
    dutiesOf().map((terms) => ({ ...terms, ...laid, id: newId() })),
  )
  const all: Standing[] = []
  for await (const some of standingsBelow(tx, { path: county.path }, { year, day }))
    all.push(...some)
  const signed = all.map((one) => ({ ...one, sheets: one.sheets.filter(() => dice.chance(0.85)) }))
  await insertAll(
    tx,
    dutySignatures,
    signed.flatMap((one) => signaturesOf(one, year)),
  )
  await insertAll(
    tx,
    dutyRecords,
    all.flatMap((one) => recordsOf(one, day, dice)),
  )
}

/** A few branches lead, most stand in the middle, a few are weak. */
async function plantTiers(tx: Db, branches: DemoTree['branches'], dice: Dice): Promise<void> {
  const drawn = branches.map(({ id }) => ({ id, tier: dice.one([1, 2, 2, 2, 3]) }))
  for (const tier of [1, 2, 3]) {
    const ids = drawn.filter((one) => one.tier === tier).map(({ id }) => id)
    const [only] = ids
    if (only)
      await tx
        .update(organizations)
        .set({ tier })
        .where(ids.length === 1 ? eq(organizations.id, only) : inArray(organizations.id, ids))
  }
}

function signaturesOf({ organization, sheets }: Standing, year: number) {
  return sheets.flatMap(({ post, holder, templateIds }) =>
    holder
      ? [
          {
            id: newId(),
            unitId: organization.unitId,
            organizationId: organization.id,
            path: organization.path,
            post,
            year,
            memberId: holder.memberId,
            memberName: holder.name,
            templateIds,
            fromName: null,
            openItems: [],
            note: '',
            signedAt: new Date(`${year}-01-15T02:00:00Z`),
          },
        ]
      : [],
  )
}

function recordsOf({ organization, sheets }: Standing, day: Day, dice: Dice) {
  return sheets.flatMap(({ holder, items }) =>
    items
      // Nobody has papers here: what has to be proven is still open.
      .filter(({ template }) => !template.needsEvidence)
      .filter(({ state }) =>
        state === 'overdue' ? dice.chance(0.9) : state === 'due' && dice.chance(0.3),
      )
      .map(({ template, period }) => {
        const wish = addDays(period.dueOn, dice.chance(0.1) ? 6 : -dice.between(2, 20))
        const latest = wish < day ? wish : addDays(day, -1)
        const doneOn = latest < period.from ? period.from : latest
        return {
          id: newId(),
          unitId: organization.unitId,
          organizationId: organization.id,
          path: organization.path,
          templateId: template.id,
          period: period.key,
          doneOn,
          note: `${period.label}${template.title}已完成，有记录可查`,
          byId: newId(),
          byName: holder?.name ?? '党务干部',
          at: new Date(`${doneOn}T08:00:00Z`),
          returned: null,
        }
      }),
  )
}
