import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const Kept = z.object({ bytes: z.int(), sha256: z.string() })

/** What a backup holds, by which it can be judged before anything is restored from it. */
const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations that its database had seen: restored only by a platform that has seen the same. */
  migrations: z.array(z.string()),
  /** Its moment, signed by the secret without which its sealed columns cannot be read. */
  signature: z.string(),
  tables: z.array(Kept.extend({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  files: z.array(Kept.extend({ path: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>
export type KeptTable = Manifest['tables'][number]
export type KeptFile = Manifest['files'][number]

const name = 'manifest.json'

export const textToSign = (madeAt: string) => `backup:${madeAt}`
export const tablePath = (folder: string, table: string) =>
  join(folder, 'tables', `${table}.copy.gz`)
export const filePath = (folder: string, path: string) => join(folder, 'files', path)

/** Written last, and under its name only when it is whole: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const unfinished = join(folder, `${name}.unfinished`)
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await writeFile(unfinished, text, { mode: 0o600, flush: true })
  await rename(unfinished, join(folder, name))
}

/** Nothing, where the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Manifest.parse(JSON.parse(text))
}
