import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openVault } from '../kernel/vault.ts'
import { plantOrganization } from '../testing/world.ts'
import { withDatabase } from './database.ts'
import type { ExportOutcome, ExportTask } from './export-child.ts'
import { atMost, percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'
import { secret } from './server-process.ts'

const people = 100_000
const branches = 500
const rounds = 3

/** The roll of a hundred thousand as a workbook, identifiers opened and masked, beside the same rows written from memory. */
export async function exportRoll(): Promise<Measured[]> {
  return withDatabase(async ({ url, db, client }) => {
    const county = await plantOrganization(db, undefined, '县委')
    const places: string[] = []
    for (let at = 0; at < branches; at += 1)
      places.push((await plantOrganization(db, county, `第${at + 1}支部`)).id)
    const vault = openVault(secret)
    const sealed = ['99000019800501001X', '13800001234'].map((text) => vault.seal(text))
    await client.query(
      `insert into members (unit_id, id, organization_id, name, name_key, sex, born_on, stage, joined_on, id_number_sealed, phone_sealed)
       select $1, gen_random_uuid(), ($2::uuid[])[1 + n % $3], '张' || n, 'zhang ' || n, 'male', '1980-05-01', 'full', '2005-07-01', $4, $5
       from generate_series(1, $6::int) n`,
      [county.unitId, places, branches, ...sealed, people],
    )
    await client.query('vacuum analyze')

    const task = { url, path: county.path }
    const [ours, limits]: [ExportOutcome[], ExportOutcome[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await run({ ...task, isLimit: false }))
      limits.push(await run({ ...task, isLimit: true }))
    }
    for (const { rows } of ours) if (rows !== people) throw new Error(`${rows} went out`)
    const name = `export of ${people} members to .xlsx`
    return [
      atMost(1.5, {
        name: `${name}, beside writing the same rows`,
        unit: 's',
        ours: median(ours, ({ seconds }) => seconds),
        limit: median(limits, ({ seconds }) => seconds),
      }),
      // The bound is ours, so that a loss is seen.
      atMost(8, {
        name: `${name}, processor time beside writing the same rows`,
        unit: 's',
        ours: median(ours, ({ processorSeconds }) => processorSeconds),
        limit: median(limits, ({ processorSeconds }) => processorSeconds),
      }),
      within({
        name: `${name}, memory`,
        unit: 'MB',
        ours: median(ours, ({ megabytes }) => megabytes),
        limit: 200,
      }),
    ]
  })
}

function median(outcomes: readonly ExportOutcome[], pick: (one: ExportOutcome) => number): number {
  return percentile(outcomes.map(pick), 0.5)
}

async function run(task: ExportTask): Promise<ExportOutcome> {
  const child = join(import.meta.dirname, 'export-child.ts')
  // Left alone, the runtime lets garbage lie as long as the machine has room; here it is told how much there is.
  const room = ['--max-semi-space-size=16', '--max-old-space-size=160']
  const words = [...(task.isLimit ? [] : room), child, JSON.stringify(task)]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const outcome: ExportOutcome = JSON.parse(stdout)
  return outcome
}
