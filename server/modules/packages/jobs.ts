import { isDatabaseAway } from '../../kernel/db.ts'
import { HandedBack, declareJob } from '../../kernel/jobs.ts'
import { forget, keep } from './acts/keep.ts'
import type { Ask } from './acts/keep.ts'
import { unpackPackage } from './acts/unpack-package.ts'

/** Outside any transaction, because unpacking takes its time; what it left behind is cleared when it begins again. */
export const readPackageJob = declareJob<Ask, unknown>({
  kind: 'packages.read',
  async run(tools, ask) {
    try {
      const facts = await unpackPackage(tools, ask)
      const kept = await keep(tools, { ask, facts, settle: tools.settle })
      await tools.files.remove(ask.fileId)
      return kept
    } catch (error) {
      // Who does it now, or when the database is back, reads the archive again.
      if (error instanceof HandedBack || isDatabaseAway(error)) throw error
      await forget(tools, ask)
      await Promise.all([ask.packageId, ask.fileId].map((id) => tools.files.remove(id)))
      throw error
    }
  },
})
