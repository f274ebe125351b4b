import { explain } from '../server/cannot-start.ts'
import { sourceOf } from '../server/modules/audit/index.ts'
import { findSealed } from '../server/modules/audit/store.ts'
import { withDatabase } from './with-database.ts'
import type { Line } from './audit-file.ts'

/* npm run audit:export > traces.ndjson: every seal with its traces, to be kept and verified elsewhere. */
try {
  await withDatabase(async (db) => {
    const source = sourceOf(db)
    for (const unitId of await source.units())
      for (let after = 0, seals = await source.seals(unitId, 0); seals.length > 0;) {
        for (const seal of seals) {
          after = seal.number
          write({ seal })
          for (const trace of await findSealed(db, seal))
            write({ trace, unitId, number: seal.number })
        }
        seals = await source.seals(unitId, after)
      }
  })
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = 2
}

function write(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
