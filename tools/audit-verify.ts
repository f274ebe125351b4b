import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.ts'
import { explain } from '../server/cannot-start.ts'
import { findSecret } from '../server/kernel/secrets.ts'
import { openVault } from '../server/kernel/vault.ts'
import { sentenceOfBreak, sourceOf, verifyChain } from '../server/modules/audit/index.ts'
import type { Source } from '../server/modules/audit/index.ts'
import { withDatabase } from './with-database.ts'
import { readAuditFile } from './audit-file.ts'

/*
 * npm run audit:verify [-- --file taken-out.ndjson] [--tip <hash>]
 * Walks the chain of every unit and ends with 1 at the first trace that is not what it was.
 * With --tip, some unit's chain must also still hold the seal of that hash, so that no end was cut off.
 */
const { values } = parseArgs({ options: { file: { type: 'string' }, tip: { type: 'string' } } })

try {
  process.exitCode = values.file
    ? await verify(await readAuditFile(values.file))
    : await withDatabase((db) => verify(sourceOf(db)))
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = 2
}

async function verify(source: Source): Promise<number> {
  const isSigned = signatureCheck()
  if (!isSigned)
    say(
      '没有密钥，只核对链条，不核对签名。No secret here: the chain is walked, signatures are not.',
    )

  let isWhole = true
  let hasTip = values.tip === undefined
  const onSeal = async ({ hash }: { hash: string }) => {
    hasTip ||= hash === values.tip
  }
  for (const unitId of await source.units()) {
    const found = await verifyChain(source, unitId, { onSeal, ...(isSigned ? { isSigned } : {}) })
    isWhole &&= !found.broken
    say(
      found.broken
        ? `${unitId}  异常 BROKEN  ${sentenceOfBreak(found.broken)}`
        : `${unitId}  完好 whole  ${found.seals} seals  ${found.traces} traces  tip ${found.tip}`,
    )
  }
  if (!hasTip) say(`找不到指定的封存 No seal has the hash ${values.tip}: an end was cut off.`)
  return isWhole && hasTip ? 0 : 1
}

/** The secret is wherever the server would find it; without one, nobody can tell who signed. */
function signatureCheck(): ((hash: string, signature: string) => boolean) | undefined {
  const { SECRET, DATA_DIR } = readConfig(process.env)
  const secret = SECRET ?? findSecret(DATA_DIR)
  if (!secret) return undefined
  const vault = openVault(secret)
  return vault.isAttested
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
