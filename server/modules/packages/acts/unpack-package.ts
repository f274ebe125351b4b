import { archiveLimits, megabytesOf } from '../../../kernel/archives/limits.ts'
import { MarkupFault, textOf, treeOf } from '../../../kernel/archives/markup-tree.ts'
import { openParts } from '../../../kernel/archives/open-archive.ts'
import type { OpenArchive } from '../../../kernel/archives/open-archive.ts'
import { readPart, unpack } from '../../../kernel/archives/unpack.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { unreadable } from '../../../kernel/problem.ts'
import { readManifest } from '../rules/manifest.ts'
import type { PackageFacts } from '../rules/manifest.ts'

type Ask = { readonly fileId: string; readonly packageId: string }
type Unpacked = PackageFacts & { readonly bytes: number }

const manifestName = 'imsmanifest.xml'
const manifestBytesMax = 8 * 1024 * 1024

/** Judges first and writes afterwards: all files of the package are there, or none. */
export async function unpackPackage(
  { files, report }: Pick<JobTools, 'files' | 'report'>,
  { fileId, packageId }: Ask,
  limits = archiveLimits,
): Promise<Unpacked> {
  const archive = await openParts(files.pathOf(fileId), limits)
  try {
    const facts = await factsOf(archive)
    const bytes = archive.parts.reduce((sum, part) => sum + part.bytes, 0)
    await files.fill(packageId, async (folder) =>
      unpack(archive, folder, async (done) => report(done, bytes, '正在展开课件包')),
    )
    return { ...facts, bytes }
  } finally {
    archive.close()
  }
}

async function factsOf(archive: OpenArchive): Promise<PackageFacts> {
  const names = new Set(archive.parts.map(({ kept }) => kept))
  const tree = await manifestOf(archive)
  const read = readManifest(tree, (kept) => names.has(kept))
  if ('refusal' in read) throw unreadable(read.refusal.reason, read.refusal.words)
  return read
}

async function manifestOf(archive: OpenArchive) {
  const part = archive.parts.find(({ kept }) => kept === manifestName)
  if (!part) throw refuseWithout(archive)
  if (part.bytes > manifestBytesMax)
    throw unreadable('packages.largeManifest', { 大小: megabytesOf(part.bytes) })

  const text = textOf(await readPart(archive, part))
  if (text === undefined) throw unreadable('packages.encoding')
  try {
    return treeOf(text)
  } catch (error) {
    if (!(error instanceof MarkupFault)) throw error
    throw unreadable('packages.manifest', { 行: error.line, 原因: error.message })
  }
}

/** The folder was packed instead of what is in it: it happens to everybody once. */
function refuseWithout({ parts }: OpenArchive) {
  const nested = parts.find(({ kept }) => kept.endsWith(`/${manifestName}`))
  if (!nested) return unreadable('packages.noManifest')
  return unreadable('packages.nested', { 文件夹: nested.name.slice(0, -manifestName.length - 1) })
}
