import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { newFolder } from './launch.ts'

const megabyte = 1024 * 1024

export type SmallDisk = { readonly folder: string; readonly giveBack: () => void }

/** A disk of our own, small enough to fill; nothing where we may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux') return undefined
  const folder = newFolder()
  try {
    const size = `size=${megabytes}m,mode=0711`
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  return {
    folder,
    giveBack() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}

/** Takes all that is left. */
export function fillDisk(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const size of [megabyte, 4096])
      try {
        for (;;) writeSync(file, Buffer.alloc(size, 1))
      } catch {
        // That was the last of this size.
      }
  } finally {
    closeSync(file)
  }
}
