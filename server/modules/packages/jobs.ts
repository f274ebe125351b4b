import { declareJob } from '../../kernel/jobs.ts'
import { forget, keep } from './acts/keep.ts'
import type { Ask } from './acts/keep.ts'
import { unpackPackage } from './acts/unpack-package.ts'

/** Outside any transaction, because unpacking takes its time; what it left behind is cleared when it begins again. */
export const readPackageJob = declareJob<Ask, unknown>({
  kind: 'packages.read',
  async run(tools, ask) {
    try {
      const facts = await unpackPackage(tools, ask)
      return await keep(tools, { ask, facts })
    } catch (error) {
      await tools.files.remove(ask.packageId)
      await forget(tools, ask)
      throw error
    } finally {
      await tools.files.remove(ask.fileId)
    }
  },
})
