import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { floatingLosses, floatingSearches } from '../modules/floating/table.ts'
import { members } from '../modules/members/table.ts'
import {
  floatingAnswers,
  floatingCensuses,
  floatingGroups,
  floatingTasks,
} from '../modules/floatingWork/table.ts'
import { and, eq } from 'drizzle-orm'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Dated = Scene & { readonly today: string; readonly dice: Dice }

/** A census that is half way, a group, a task, and somebody whom nobody has found yet. */
export async function plantFloatingWork(
  scene: Scene,
  { county }: DemoTree,
  filled: readonly DemoBranch[],
  dice: Dice,
): Promise<void> {
  const away = filled.flatMap(({ people }) => people.filter(({ floatingSince }) => floatingSince))
  if (away.length === 0) return
  const { unitId, id: organizationId, path } = county
  const dated = { ...scene, today: dayOf(scene.now), dice }
  const begun = addDays(dated.today, -12)
  const own = { unitId, organizationId, path, byId: newId(), at: startOf(begun) }

  const censusId = newId()
  const until = addDays(dated.today, 18)
  const census = { title: '流动党员去向排查', scope: 'floating', from: begun, until } as const
  await insertAll(scene.tx, floatingCensuses, [
    { ...own, ...census, id: censusId, formId: newId() },
  ])
  await insertAll(
    scene.tx,
    floatingAnswers,
    away
      .filter((_, at) => at === 0 || dice.chance(0.7))
      .map((person) => ({
        id: newId(),
        unitId: person.unitId,
        censusId,
        memberId: person.id,
        answer: 'away' as const,
        destination: person.floatingTo,
        byId: own.byId,
        byName: '支部书记',
        at: startOf(addDays(begun, dice.between(1, 10))),
      })),
  )
  await insertAll(scene.tx, floatingGroups, [
    { ...own, id: newId(), name: '在深党员之家', destination: '深圳', keeper: '县委组织部' },
  ])
  const body = '为家乡介绍一名人才、一个项目或一条用工信息，写清联系了谁、结果怎样。'
  await insertAll(scene.tx, floatingTasks, [
    { ...own, id: newId(), formId: newId(), title: '在外党员助家乡', body, until },
  ])
  await plantLoss(dated, filled)
}

async function plantLoss({ tx, today, dice }: Dated, filled: readonly DemoBranch[]) {
  const person = filled
    .flatMap(({ people, officers }) =>
      people.filter((one) => ![...officers.values()].includes(one)),
    )
    .find(({ floatingSince, excuse, stage }) => !floatingSince && !excuse && stage === 'full')
  if (!person) return
  const { unitId, id: memberId } = person
  const since = addDays(today, -150)
  const by = { byId: newId(), at: startOf(since) }
  await tx
    .update(members)
    .set({ lostSince: since })
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  await insertAll(tx, floatingLosses, [
    { ...by, id: newId(), unitId, memberId, since, cause: 'restructured' },
  ])
  await insertAll(
    tx,
    floatingSearches,
    [
      { asked: '拨打名册上的电话', result: '停机' },
      { asked: '走访原单位留守处', result: '下岗后去了外地，没有新地址' },
    ].map((words, at) => ({
      ...by,
      ...words,
      id: newId(),
      formId: newId(),
      unitId,
      memberId,
      on: addDays(since, 20 + at * 30 + dice.between(0, 5)),
      byName: '支部书记',
    })),
  )
}
