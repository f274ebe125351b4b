import { statfs } from 'node:fs/promises'
import { Gauge } from 'prom-client'
import type { Registry } from 'prom-client'

/** The disk that uploads and, without DATABASE_URL, the database lie on. */
export function watchDisk(registry: Registry, folder: string): void {
  const bytes: Gauge = new Gauge({
    name: 'zhixing_disk_bytes',
    help: 'The disk under DATA_DIR: what is free for us, and all there is.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const disk = await statfs(folder).catch(() => undefined)
      this.reset()
      if (!disk) return
      this.set({ state: 'free' }, disk.bavail * disk.bsize)
      this.set({ state: 'total' }, disk.blocks * disk.bsize)
    },
  })
  bytes.reset()
}
