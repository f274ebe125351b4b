import { systemAct } from '../../../kernel/act.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { detachFile } from '../../files/index.ts'
import type { PackageFacts } from '../rules/manifest.ts'
import { keepPackage } from '../store/packages.ts'

export type Ask = {
  readonly unitId: string
  readonly packageId: string
  readonly organizationId: string
  readonly path: string
  readonly accountId: string
  readonly fileUnitId: string
  readonly fileId: string
}

type Good = {
  readonly ask: Ask
  readonly facts: PackageFacts & { readonly bytes: number }
  readonly settle: JobTools['settle']
}

const subjectOf = ({ packageId }: Ask) => `package:${packageId}`

/** What was found good and lies in the store is a package from now on; the archive is not needed any more. */
export const keep = systemAct(
  'packages.keep',
  async ({ tx, now }, { ask, facts, settle }: Good) => {
    const { unitId, packageId, organizationId, path, accountId } = ask
    await keepPackage(tx, {
      ...facts,
      unitId,
      id: packageId,
      organizationId,
      path,
      byId: accountId,
      at: now,
    })
    await detachFile(tx, {
      unitId: ask.fileUnitId,
      fileId: ask.fileId,
      subject: subjectOf(ask),
      now,
    })
    await settle(tx, { unitId, packageId })
    const { title, standard, lessons } = facts
    return {
      value: { unitId, packageId },
      place: { unitId, path },
      change: { subject: subjectOf(ask), after: { title, standard, lessons: lessons.length } },
      by: accountId,
    }
  },
)

/** Nothing of what was refused stays. */
export const forget = systemAct('packages.forget', async ({ tx, now }, ask: Ask) => {
  await detachFile(tx, { unitId: ask.fileUnitId, fileId: ask.fileId, subject: subjectOf(ask), now })
  return {
    value: {},
    place: { unitId: ask.unitId, path: ask.path },
    change: { subject: subjectOf(ask), after: { refused: true } },
    by: ask.accountId,
  }
})
