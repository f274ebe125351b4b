import { parseArgs } from 'node:util'
import { explain } from '../server/cannot-start.ts'
import { readConfig } from '../server/config.ts'
import { countOld, resealTable } from '../server/kernel/reseal.ts'
import { openOwnVault } from '../server/own-vault.ts'
import { sealedTables } from '../server/sealed.ts'
import { withDatabase } from './with-database.ts'

/*
 * npm run reseal [-- --count]
 * Seals anew, by the algorithms of CRYPTO, whatever was sealed by others, and makes the digests by which it is found.
 * The platform may run meanwhile, started with the same CRYPTO. May be stopped and begun again. Ends with 1 where
 * somebody stands in a roll twice and was left as they were. With --count, only says what is left.
 */
const { values } = parseArgs({ options: { count: { type: 'boolean', default: false } } })

try {
  const config = readConfig(process.env)
  const left = await withDatabase(async (db) => {
    const vault = await openOwnVault(config, db)
    say(`CRYPTO=${vault.crypto}`)
    let sum = 0
    for (const table of sealedTables()) {
      if (!values.count) {
        const { rows, twice } = await resealTable(db, vault, { table, onBatch: show(table.name) })
        if (rows > 0) say(`\r${table.name.padEnd(28)} ${rows} 行已换算法 rows sealed anew`)
        for (const key of twice)
          say(`${table.name} ${key}: 同一号码登记了两次，请先处理 stands twice`)
      }
      const count = await countOld(db, vault, table)
      if (count > 0) say(`${table.name.padEnd(28)} ${count} 行尚未换 rows left`)
      sum += count
    }
    return sum
  })
  say(left === 0 ? '全部已用现行算法 All is sealed by it.' : `尚余 ${left} 行 rows left.`)
  process.exitCode = left === 0 ? 0 : 1
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = 2
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function show(name: string): (rows: number) => void {
  return (rows) => process.stdout.isTTY && process.stdout.write(`\r${name.padEnd(28)} ${rows}`)
}
