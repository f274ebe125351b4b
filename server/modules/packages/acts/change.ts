import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { changePackage, lockPackage } from '../store/packages.ts'
import type { PackageKey } from '../store/packages.ts'

export const rename = act(
  contract.packages.rename,
  async ({ tx, reach }, { version, title, ...key }) => {
    const found = await requirePackage(tx, reach, { ...key, version })
    const changed = await changePackage(tx, found, { title })
    return {
      value: { version: changed },
      place: found,
      change: {
        subject: `package:${found.id}`,
        before: { title: found.title },
        after: { title },
      },
    }
  },
)

/** It can no longer be opened; what was learned from it stays on record. */
export const withdraw = act(
  contract.packages.withdraw,
  async ({ tx, now, reach }, { version, ...key }) => {
    const found = await requirePackage(tx, reach, { ...key, version })
    await changePackage(tx, found, { withdrawnAt: now })
    return {
      value: {},
      place: found,
      change: { subject: `package:${found.id}`, after: { withdrawn: true } },
    }
  },
)

async function requirePackage(tx: Db, reach: Reach, key: PackageKey & { version: number }) {
  const found = await lockPackage(tx, reach, key)
  if (!found) throw missing('packages.unknown')
  if (found.version !== key.version) throw conflict('input.stale')
  return found
}
