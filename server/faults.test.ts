import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openFaults } from './testing/faults/rounds.ts'
import { buildPages, newFolder, removeFolder } from './testing/launch.ts'

beforeAll(buildPages, 300_000)

/* The short form of `npm run faults`, which does the same hundreds of times. */
test.skipIf(process.platform !== 'linux')(
  'what was acknowledged outlives the death of server and database, and nothing else is there by half',
  { timeout: 240_000 },
  async () => {
    const folder = newFolder()
    onTestFinished(() => removeFolder(folder))
    const faults = await openFaults({ dataDir: folder, seed: 6 })
    onTestFinished(() => faults.end())
    const rounds = [await faults.round(1), await faults.round(2)]

    expect(rounds.flatMap(({ wrongs }) => wrongs)).toEqual([])
    expect(rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(0)
    expect(await faults.finish()).toEqual([])
  },
)
