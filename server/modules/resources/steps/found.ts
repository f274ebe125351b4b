import type { ResourceFacts } from '@zhixing/contract'
import type { Scene } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { keepResource } from '../store/resources.ts'
import { columnsOf } from './keep.ts'

type Enterer = Pick<Scene, 'tx' | 'now' | 'reach'>

/** One more entry in the register of an organization. */
export async function enter(
  { tx, now, reach }: Enterer,
  organizationId: string,
  facts: ResourceFacts,
) {
  const { unitId, path, name } = await requireLive(tx, reach, organizationId)
  const id = newId()
  const owner = { unitId, organizationId, path }
  const columns = await columnsOf(tx, { ...owner, resourceId: undefined }, facts)
  await unlessBroken(
    keepResource(tx, { ...owner, ...columns, id, at: now }),
    'resources_name_once',
    conflict('resources.nameTaken', { 单位: name, 名称: facts.name }),
  )
  return { unitId, path, id, columns }
}

type Room = {
  readonly type: Extract<ResourceFacts['details'], { kind: 'room' }>['type']
  readonly name: string
  readonly address: string
  readonly seats: number | null
}

/** A plain room of an organization, for those who know no more of it than its name and place. */
export async function foundRoom(scene: Enterer, organizationId: string, room: Room) {
  const { type, name, address, seats } = room
  const details = { kind: 'room', type, openingRules: '', equipment: [], criteria: '' } as const
  const spot = address ? { address, latitude: null, longitude: null } : null
  const lists = { opening: [], honours: [] }
  const plain = { isShared: false, isRed: false, count: 1, feature: '', partOfId: null }
  const facts = { ...plain, ...lists, name, seats, spot, details: { ...details, equipment: [] } }
  return enter(scene, organizationId, facts)
}
