const megabyte = 1024 * 1024

/** How much an archive from outside may become when it is opened. */
export type ArchiveLimits = {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  /** Beyond `ratioFromBytes`, nothing may be more than this many times larger than it was packed. */
  readonly ratio: number
  readonly ratioFromBytes: number
}

export const archiveLimits: ArchiveLimits = {
  entries: 5000,
  entryBytes: 400 * megabyte,
  totalBytes: 1024 * megabyte,
  ratio: 150,
  ratioFromBytes: 4 * megabyte,
}

export function megabytesOf(bytes: number): number {
  return Math.ceil(bytes / megabyte)
}
