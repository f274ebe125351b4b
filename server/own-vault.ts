import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'
import type { Db } from './kernel/db.ts'
import { findSecret, findSecretMark, isSecretOf, keepSecret, noteSecret } from './kernel/secrets.ts'
import { openVault } from './kernel/vault.ts'
import type { Vault } from './kernel/vault.ts'

type Settings = Pick<Config, 'SECRET' | 'DATA_DIR' | 'CRYPTO'>

/**
 * The vault by which this database is sealed, and no other. A place that has no secret yet makes one only while the
 * database has none either: a second secret would divide its rows into those that one half of the servers can read and
 * those that the other can.
 */
export async function openOwnVault(settings: Settings, db: Db): Promise<Vault> {
  const { SECRET, DATA_DIR, CRYPTO } = settings
  const mark = await findSecretMark(db)
  const secret = SECRET ?? findSecret(DATA_DIR)
  if (mark !== undefined && secret === undefined)
    throw new CannotStart(
      `这个数据库的身份证号等是用一个密钥封存的，而 ${DATA_DIR}/secret 不在，也没有设置 SECRET。请放回原来的 secret 文件，或把 SECRET 设成原来的值。The secret of this database is missing: put back ${DATA_DIR}/secret or set SECRET.`,
    )
  const vault = openVault(secret ?? keepSecret(DATA_DIR), CRYPTO)
  if (isSecretOf(mark ?? (await noteSecret(db, vault)), vault)) return vault
  const found = SECRET ? 'SECRET' : `${DATA_DIR}/secret`
  throw new CannotStart(
    `${found} 不是封存这个数据库的密钥：身份证号等会读不出来，新写的别的服务器也读不出来。请换回原来的密钥；几台服务器共用一个数据库时，SECRET 必须相同。${found} is not the secret of this database: put back the one before; several servers need the same SECRET.`,
  )
}
