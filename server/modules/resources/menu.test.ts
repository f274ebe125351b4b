import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import {
  baseDraft,
  itemDraft as item,
  orderDay,
  plantResource,
  roomDraft,
} from '../../testing/resources.ts'
import { plant } from '../../testing/world.ts'
import { change } from './acts/change.ts'
import { found } from './acts/found.ts'
import { keepItem } from './acts/keep-item.ts'
import { showResource } from './views/show.ts'

test('[S2-21] [S2-22] [S2-23] a base needs a feature of its own, a menu in four categories and as many items as the rule asks', async () => {
  const { organizer, secretary, county, east } = await plant(db)
  const other = { ...baseDraft, name: '石桥基地', feature: '红溪送粮路重走' }
  const first = await plantResource(organizer, county.id, baseDraft)
  await plantResource(secretary, east.id, other)
  const { hints } = await showResource(organizer, first)
  expect(hints.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('与“石桥基地”'),
    '菜单有 0 项，按规定至少 4 项，还差 4 项',
    '菜单里还没有党性教育、素质拓展、党内互助、志愿服务',
  ])
  const { version } = await showResource(organizer, first)
  const own = { ...baseDraft, feature: '石磨豆腐坊里的老支书' }
  await change(organizer, { ...first, version, resource: own })
  const categories = ['partySpirit', 'outreach', 'mutualHelp', 'volunteering'] as const
  for (const category of categories)
    await keepItem(organizer, {
      ...first,
      itemId: newId(),
      item: { ...item, category, title: category },
    })
  const after = await showResource(organizer, first)
  expect(after.hints).toEqual([])
  expect(after.menu.map(({ category }) => category)).toEqual(categories)

  const again = keepItem(organizer, {
    ...first,
    itemId: newId(),
    item: { ...item, title: 'outreach' },
  })
  await expectRefusal(again, 'resources.itemTaken')
  const foreign = keepItem(secretary, { ...first, itemId: newId(), item })
  await expectRefusal(foreign, 'resources.unknown')
  const { itemId = newId() } = after.menu[0] ?? {}
  const key = { ...first, organizationId: east.id }
  await expectRefusal(orderDay(secretary, key, { itemId, persons: 41 }), 'resources.seats')
  await expectRefusal(orderDay(secretary, key, { itemId: newId() }), 'resources.itemUnknown')
  await orderDay(secretary, key, { itemId })
  expect((await showResource(secretary, first)).menu[0]).toMatchObject({ itemId, ordered: 1 })
})

test('a base without a feature and two rooms of one name are refused by their words', async () => {
  const { organizer, county } = await plant(db)
  const { input } = found.entry
  const bare = { organizationId: county.id, resource: { ...baseDraft, feature: '' } }
  expect(input.safeParse(bare).error?.issues).toMatchObject([{ path: ['resource', 'feature'] }])
  await plantResource(organizer, county.id, roomDraft)
  await expectRefusal(plantResource(organizer, county.id, roomDraft), 'resources.nameTaken')
  const part = { ...roomDraft, name: '小会议室', partOfId: newId() }
  await expectRefusal(plantResource(organizer, county.id, part), 'resources.part')
})

test('a room is not put into the house of a neighbour, unless they share it', async () => {
  const { organizer, east, west } = await plant(db)
  const own = await plantResource(organizer, west.id, {
    ...roomDraft,
    name: '西溪会堂',
    isShared: false,
  })
  const { resourceId: partOfId } = own
  const part = { ...roomDraft, name: '东溪小间', partOfId }
  await expectRefusal(plantResource(organizer, east.id, part), 'resources.part')
  const shared = await plantResource(organizer, west.id, {
    ...roomDraft,
    name: '西溪大院',
    isShared: true,
  })
  await plantResource(organizer, east.id, { ...part, partOfId: shared.resourceId })
})
