import { readConfig } from './config.ts'
import { isEmbeddedRunning, startEmbedded } from './kernel/embedded-postgres.ts'
import { clusterFolder } from './neighbours.ts'

/* Run by the launcher after a server that was killed: stops the PostgreSQL it left, unless somebody new has it. */
const config = readConfig(process.env)
const folder = clusterFolder(config)
if (!config.DATABASE_URL && isEmbeddedRunning(folder)) {
  const left = await startEmbedded(folder).catch(() => undefined)
  await left?.stop()
}
