import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { files as kept } from '../files/table.ts'
import { issue } from './acts/issue.ts'
import { addModelFile, keep, use } from './acts/models.ts'
import { arrive, order } from './acts/orders.ts'
import { confirm } from './acts/receipts.ts'
import { recordViewing } from './acts/record-viewing.ts'
import { keepTitle } from './acts/titles.ts'
import { modelFiles } from './index.ts'
import { listModels, showModel } from './views/models.ts'
import { listIssues } from './views/papers.ts'
import { listViewings, showTitle } from './views/show.ts'

const page = { page: 1, size: 50 } as const
const facts = {
  kind: 'member',
  name: '何树林',
  place: '红溪村',
  honour: '全县优秀共产党员',
  year: 2025,
  deeds: '三十年守着一片林，带着全村人种出了一座山。',
  memberId: null,
} as const
let world: World
beforeAll(async () => {
  world = await plant(db)
})

async function model(changes: object = {}) {
  const key = { unitId: world.county.id, modelId: newId() }
  const form = { ...key, organizationId: world.county.id, version: null, isRetired: false }
  await keep(world.organizer, { ...form, model: { ...facts, ...changes } })
  return key
}

test('[S1-36] model members and organizations stand in a register with deeds, media, and how often they served', async () => {
  const { organizer, secretary, county, east } = world
  const key = await model()
  await model({
    kind: 'organization',
    name: '禾岭供电所党支部',
    honour: '先进党组织',
    deeds: '一个所点亮了一条沟，年年无事故。',
  })
  await expectRefusal(model(), 'roleModels.known')
  const fileId = newId()
  const by = { uploadedBy: organizer.actor.accountId, path: county.path, subject: '' }
  const file = { id: fileId, unitId: county.id, name: '何树林.jpg', bytes: 9, sha256: 'x' }
  await db.insert(kept).values({ ...file, ...by, mediaType: 'image/jpeg', at: new Date() })
  await addModelFile(organizer, { ...key, fileId })
  const disc = { unitId: county.id, titleId: newId(), organizationId: county.id }
  const title = { ...plain, name: '何树林事迹片', modelId: key.modelId }
  await keepTitle(organizer, { ...disc, version: null, title })

  const used = { ...key, organizationId: east.id, useId: newId(), note: '' }
  const told = { ...used, on: '2026-05-20', use: 'lesson', audience: 40 } as const
  await use(secretary, told)
  await use(secretary, told)
  await expectRefusal(use(secretary, { ...told, on: '2026-07-01' }), 'materials.future')
  const seen = { ...disc, organizationId: east.id, viewingId: newId(), note: '' }
  await recordViewing(secretary, { ...seen, on: '2026-05-28', attendance: 22 })

  const shown = await showModel(secretary, key)
  expect(shown).toMatchObject({ used: 2, lastOn: '2026-05-28', titles: 1, mayKeep: false })
  expect(shown.deeds).toContain('种出了一座山')
  expect(shown.files).toMatchObject([{ fileId }])
  expect(shown.media).toMatchObject([{ name: '何树林事迹片', viewings: 1 }])
  expect(shown.uses).toMatchObject([{ use: 'lesson', audience: 40, organizationName: '东支部' }])
  const asked = { ...page, organizationId: east.id, text: '' }
  const listed = await listModels(secretary, asked)
  expect(listed).toMatchObject({ total: 2, counts: { member: 1, organization: 1 } })
  const found = await listModels(secretary, { ...asked, text: '守着一片林' })
  expect(found.rows).toMatchObject([{ name: '何树林', used: 2 }])
  const elsewhere = await plant(db)
  await expectRefusal(showModel(elsewhere.organizer, key), 'roleModels.unknown')
  const stranger = { db, actor: elsewhere.organizer.actor, now: new Date() }
  const hung = { ...file, ...by, subject: `model:${key.modelId}` }
  expect(await modelFiles.maySee(stranger, asFile(hung))).toBe(false)

  const form = { ...key, organizationId: county.id, version: 0, isRetired: true, model: facts }
  await keep(organizer, form)
  await expectRefusal(keep(organizer, form), 'input.stale')
  await expectRefusal(use(secretary, { ...told, useId: newId() }), 'roleModels.retired')
})

const plain = {
  kind: 'disc',
  author: '',
  publisher: '县委组织部',
  code: '',
  year: 2025,
  priceCents: 0,
  minutes: 25,
  summary: '',
} as const
type Stored = Parameters<typeof modelFiles.maySee>[1]
const asFile = (row: object) =>
  ({ mediaType: 'image/jpeg', at: new Date(), removedAt: null, ...row }) as Stored

test('[S1-37] discs with deeds go to branches, which receive them and write down who watched', async () => {
  const { organizer, secretary, county, east, west } = world
  const disc = { unitId: county.id, titleId: newId(), organizationId: county.id }
  const title = { ...plain, name: '先进典型事迹光碟', modelId: null }
  await keepTitle(organizer, { ...disc, version: null, title })
  const orderId = newId()
  const made = { supplier: '县融媒体中心', priceCents: 500, dueOn: '2026-06-20', note: '' }
  await order(organizer, { ...disc, ...made, orderId, copies: 10 })
  const arrival = { unitId: county.id, orderId, movementId: newId(), copies: 10 }
  await arrive(organizer, { ...arrival, on: '2026-06-01', note: '' })
  const recipients = [east, west].map(({ id }) => ({ organizationId: id, copies: 1 }))
  await issue(organizer, { ...disc, formId: newId(), recipients, note: '' })
  const side = { ...page, organizationId: county.id, side: 'outgoing' } as const
  const sent = await listIssues(organizer, { ...side, titleId: disc.titleId })
  expect(sent).toMatchObject({ total: 2, waiting: 2 })
  const asked = {
    ...page,
    organizationId: east.id,
    side: 'incoming',
    titleId: disc.titleId,
  } as const
  const [parcel] = (await listIssues(secretary, asked)).rows
  if (!parcel) throw new Error('nothing came')
  const receipt = { unitId: county.id, issueId: parcel.issueId, version: 0, answer: '' }
  await confirm(secretary, { ...receipt, copies: 1 })
  const after = await listIssues(organizer, { ...side, titleId: disc.titleId, state: 'received' })
  expect(after.rows).toMatchObject([{ toName: '东支部', received: 1, receivedOn: '2026-06-01' }])

  const watched = { ...page, organizationId: county.id, titleId: disc.titleId }
  expect(await listViewings(organizer, watched)).toMatchObject({ total: 0, silent: 1 })
  const seen = { ...disc, organizationId: east.id, viewingId: newId(), note: '主题党日' }
  await recordViewing(secretary, { ...seen, on: '2026-05-30', attendance: 18 })
  const viewings = await listViewings(organizer, watched)
  expect(viewings).toMatchObject({ total: 1, people: 18, silent: 0 })
  expect(viewings.rows).toMatchObject([{ organizationName: '东支部', attendance: 18 }])
  const shown = await showTitle(organizer, disc)
  expect(shown).toMatchObject({ viewings: 1, here: 8, below: 9 })
  const book = { ...disc, titleId: newId() }
  const words = { ...title, kind: 'book', name: '不是影像' } as const
  await keepTitle(organizer, { ...book, version: null, title: words })
  const wrong = { ...seen, titleId: book.titleId, viewingId: newId() }
  const refused = recordViewing(secretary, { ...wrong, on: '2026-05-30', attendance: 1 })
  await expectRefusal(refused, 'materials.notMedia')
})
