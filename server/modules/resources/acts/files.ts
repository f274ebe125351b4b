import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { attachFile, detachFile, filesOf } from '../../files/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { secretariesBelow } from '../catalogue/secretaries.ts'
import { requireOwn } from '../steps/require.ts'

export const addFile = act(
  contract.resources.addFile,
  async ({ tx, actor, reach }, { fileId, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    const { unitId, path } = own
    const subject = `resource:${own.id}`
    const hanging = { unitId, fileId, subject, path, accountId: actor.accountId }
    const { name } = await attachFile(tx, hanging)
    return { value: {}, place: { unitId, path }, change: { subject, after: { file: name } } }
  },
)

export const removeFile = act(
  contract.resources.removeFile,
  async ({ tx, now, reach }, { fileId, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    const { unitId, path } = own
    const subject = `resource:${own.id}`
    const { name } = await detachFile(tx, { unitId, fileId, subject, now })
    return { value: {}, place: { unitId, path }, change: { subject, before: { file: name } } }
  },
)

/** Courseware goes to the secretaries below, each once; who came later gets it by pushing again. */
export const push = act(
  contract.resources.push,
  async ({ tx, now, actor, reach }, { fileId, note, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    const { unitId, path } = own
    const subject = `resource:${own.id}`
    const files = (await filesOf(tx, [subject])).get(subject) ?? []
    const file = files.find((one) => one.fileId === fileId)
    if (!file) throw missing('files.unknown')
    const told = await sendNotice(tx, {
      unitId,
      path,
      key: `courseware:${fileId}`,
      kind: 'courseware',
      from: own.name,
      fromId: actor.accountId,
      title: `课件：${file.name}`,
      body: note || `“${own.name}”推送了课件《${file.name}》，可在资源目录里打开使用。`,
      link: `/resources/house?open=${unitId}:${own.id}`,
      personIds: await secretariesBelow(tx, path, dayOf(now)),
      now,
    })
    return {
      value: { told },
      place: { unitId, path },
      change: { subject, after: { pushed: file.name, told } },
    }
  },
)
