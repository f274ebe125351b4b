import { clockStages } from '@zhixing/contract/conduct-words.ts'
import { systemAct } from '../../../kernel/act.ts'
import type { SystemScene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { newId } from '../../../kernel/ids.ts'
import { nobody } from '../../../kernel/trace.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendToEach } from '../../notices/index.ts'
import { findById } from '../../organizations/index.ts'
import { clocksAt, onLadder } from '../catalogue/clocks.ts'
import type { ClockFace, Watched } from '../catalogue/clocks.ts'
import { stagesUpTo } from '../rules/clock.ts'
import { keepConductCase } from '../store/cases.ts'
import { findWatchedBranches, hasUnitsBelow, keepWarnings } from '../store/tasks.ts'

type Branch = Awaited<ReturnType<typeof findWatchedBranches>>[number]

/** Lets the three clocks speak in every branch, or in those of one unit; each step is said once, however often it runs. */
export async function watchConduct(surroundings: Surroundings, unitId?: string): Promise<number> {
  const branches = await findWatchedBranches(surroundings.db, unitId)
  const byUnit = Map.groupBy(branches, (branch) => branch.unitId)
  for (const [unit, own] of byUnit)
    for (const branch of await worthALook(surroundings, unit, own))
      await watchBranch(surroundings, branch)
  return branches.length
}

/** Branches in which somebody stands on the ladder: of a county that is asked once, not branch by branch. */
async function worthALook({ db, now }: Surroundings, unitId: string, own: readonly Branch[]) {
  const unit = await findById(db, unitId)
  // Whatever has units below it would have to look at all of them for a few branches of its own.
  if (!unit || (await hasUnitsBelow(db, unit))) return own
  const { watched } = await onLadder(db, { path: unit.path, now: now() })
  const places = new Set(watched.map(({ organizationId }) => organizationId))
  return own.filter(({ organizationId }) => places.has(organizationId))
}

const watchBranch = systemAct('conduct.watch', async (scene, branch: Branch) => {
  const { tx, now } = scene
  const { unitId, organizationId, path } = branch
  const watched = await clocksAt(tx, { path, now, isOwn: true })
  const day = dayOf(now)
  const warnings = watched.flatMap((person) =>
    person.clocks.flatMap((face) => warningsOf(person, face, { on: day, at: now })),
  )
  const isNew = await keepWarnings(tx, warnings)
  const fresh = warnings.filter(({ id }) => isNew.has(id))
  if (fresh.length > 0) await tell(scene, branch, { watched, fresh })
  for (const person of watched)
    if (fresh.some((one) => one.memberId === person.memberId && one.stage === 'case'))
      // Few ever come so far.
      // oxlint-disable-next-line no-await-in-loop
      await draftFor(scene, person)
  return {
    value: fresh.length,
    place: { unitId, path },
    change:
      fresh.length > 0
        ? { subject: `conduct:${organizationId}`, after: { warned: fresh.length } }
        : 'none',
  }
})

type Fresh = ReturnType<typeof warningsOf>[number]

function warningsOf(
  { unitId, memberId, organizationId, path }: Watched,
  { clock, since, stage, months }: ClockFace,
  when: { readonly on: string; readonly at: Date },
) {
  if (since === null) return []
  const row = { unitId, memberId, organizationId, path, clock, since, months, ...when }
  return stagesUpTo(stage).map((one) => ({ ...row, id: newId(), stage: one }))
}

type Heard = { readonly watched: readonly Watched[]; readonly fresh: readonly Fresh[] }

/** The member and the branch at each step, the organization above from the one that the rule names. */
async function tell({ tx, now }: SystemScene, branch: Branch, { watched, fresh }: Heard) {
  const { unitId, organizationId, parentId, path } = branch
  const secretaries = await findPeopleHolding(tx, 'conduct.handle', { organizationId, now })
  const clerks = parentId
    ? await findPeopleHolding(tx, 'conduct.approve', { organizationId: parentId, now })
    : []
  const notices = watched.flatMap((person) =>
    person.clocks.flatMap((face) => {
      const own = fresh.filter(
        (one) => one.memberId === person.memberId && one.clock === face.clock,
      )
      // Several steps at once are said as one, the gravest.
      const last = own.at(-1)
      if (!last) return []
      const goesUp = last.stage === 'report' || last.stage === 'case'
      const { memberId } = person
      const told = new Set([memberId, ...secretaries, ...(goesUp ? clerks : [])])
      return [...told].map((personId) => ({
        unitId,
        path,
        kind: 'conduct',
        from: '平台',
        fromId: organizationId,
        personId,
        key: `clock:${memberId}:${face.clock}:${last.since}:${last.stage}:${personId}`,
        ...wordsOf(person, face, personId === memberId),
      }))
    }),
  )
  await sendToEach(tx, notices, now)
}

const asked = {
  clear: '',
  amber: '请提醒本人，弄清原因。',
  talk: '请约本人谈话并记录，有正当理由的登记免硬性要求。',
  report: '已报上级党组织，请抓紧谈话、限期改正。',
  case: '已满六个月，处置草稿已生成，请核实后办理。',
} as const

function wordsOf({ name }: Watched, { sentence, stage }: ClockFace, isOwn: boolean) {
  return isOwn
    ? {
        title: '请按时履行党员义务',
        body: `您${sentence}。有困难请告诉支部，补上一次就重新计算。`,
        link: '/conduct',
      }
    : {
        title: `${clockStages[stage]}：${name}`,
        body: `${name}${sentence}。${asked[stage]}`,
        link: '/conduct',
      }
}

/** What the rule calls leaving the Party is prepared, never decided, by the platform. */
async function draftFor({ tx, now, vault }: SystemScene, person: Watched): Promise<void> {
  const { unitId, memberId, organizationId, path } = person
  const run = person.clocks.find(({ stage }) => stage === 'case')
  if (!run) return
  const all = person.clocks.filter(({ months }) => months > 0).map(({ sentence }) => sentence)
  await keepConductCase(tx, {
    unitId,
    organizationId,
    path,
    memberId,
    id: newId(),
    kind: 'remove',
    ground: run.clock,
    state: 'draft',
    openedOn: dayOf(now),
    factsSealed: vault.seal(
      `${all.join('；')}。依据${person.ladder['disposal.three_nots'].clause}，请核实有无正当理由。`,
    ),
    byId: nobody,
    byName: '平台',
    at: now,
  })
}
