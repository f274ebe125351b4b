import { systemAct } from '../../../kernel/act.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { keepRow } from '../store.ts'

type Upload = {
  readonly actor: Actor
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

/** The file is on the disk and judged; from here on its uploader, and nobody else, can see it. */
export const upload = systemAct(
  'files.upload',
  async ({ tx, now }, { actor, fileId, ...facts }: Upload) => {
    const { place, accountId } = actor
    // The unit of the uploader: whatever it will hang on names it with this unit.
    const row = { ...facts, id: fileId, unitId: actor.unitId, path: place.path }
    await keepRow(tx, { ...row, uploadedBy: accountId, at: now })
    return {
      value: { ...facts, unitId: actor.unitId, fileId },
      place: { unitId: actor.unitId, path: place.path },
      change: { subject: `file:${fileId}`, after: facts },
      by: accountId,
    }
  },
)
