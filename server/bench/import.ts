import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { newId } from '../kernel/ids.ts'
import { organizations } from '../modules/organizations/table.ts'
import { plant } from '../testing/world.ts'
import { withDatabase } from './database.ts'
import type { ImportOutcome, ImportTask } from './import-child.ts'
import { writeRoll } from './import-workbook.ts'
import { atMost, within } from './measured.ts'
import type { Measured } from './measured.ts'

const people = 100_000
const branchCount = 2_000

/** A hundred thousand members from .xlsx, judged, sealed and written, beside reading the same file for nothing. */
export async function importRoll(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  await chmod(folder, 0o711)
  try {
    const path = join(folder, 'roll.xlsx')
    return await withDatabase(async ({ url, db }) => {
      const { county, organizer } = await plant(db)
      const branches = Array.from({ length: branchCount }, (_, at) => {
        const id = newId()
        const { unitId } = county
        return {
          id,
          unitId,
          parentId: county.id,
          path: `${county.path}${id}/`,
          name: `第${at + 1}党支部`,
        }
      })
      await db
        .insert(organizations)
        .values(branches.map((one) => ({ ...one, kind: 'branch' as const })))
      await writeRoll(
        path,
        people,
        branches.map(({ name }) => name),
      )

      const { actor } = organizer
      const into = { url, folder: join(folder, 'files'), actor, organizationId: county.id }
      // Before and after, because a machine is not equally busy from one minute to the next.
      const before = await run({ path })
      const ours = await run({ path, into })
      const limit = (before.seconds + (await run({ path })).seconds) / 2
      if (ours.rows !== people) throw new Error(`${ours.rows} of ${people} came in`)
      return [
        atMost(2, {
          name: 'import 100,000 members',
          unit: 's',
          ours: ours.seconds,
          limit,
        }),
        within({ name: 'import, memory', unit: 'MB', ours: ours.megabytes, limit: 400 }),
      ]
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(task: ImportTask): Promise<ImportOutcome> {
  const child = join(import.meta.dirname, 'import-child.ts')
  // Left alone, the runtime lets garbage lie as long as the machine has room; here it is told how much there is.
  const words = [
    '--max-semi-space-size=16',
    '--max-old-space-size=224',
    child,
    JSON.stringify(task),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const outcome: ImportOutcome = JSON.parse(stdout)
  return outcome
}
