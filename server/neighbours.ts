import * as fs from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import type { Config } from './config.ts'
import { isEmbeddedRunning } from './kernel/embedded-postgres.ts'

type Place = Pick<Config, 'HOST' | 'PORT' | 'DATA_DIR' | 'DATABASE_URL'>

/** Before anything is made: is the port free? On data that is in use, the better answer comes a moment later. */
export async function refuseTakenPort(config: Place): Promise<void> {
  const sharesData = !config.DATABASE_URL && isEmbeddedRunning(clusterFolder(config))
  if (sharesData) return
  const probe = createServer()
  const { promise, resolve: done, reject } = Promise.withResolvers<void>()
  probe.once('error', (cause) => reject(explainListening(config, cause)))
  probe.listen(config.PORT, config.HOST, () => probe.close(() => done()))
  await promise
}

export function explainListening({ HOST, PORT }: Place, cause: unknown): unknown {
  const code = codeOf(cause)
  if (code === 'EADDRINUSE')
    return new CannotStart(
      `端口 ${PORT} 已被其他程序占用，请另设 PORT。Port ${PORT} is in use by another program: set PORT.`,
    )
  if (code === 'EACCES')
    return new CannotStart(
      `没有权限使用端口 ${PORT}，请另设 PORT。Port ${PORT} is not ours to use: set PORT.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CannotStart(
      `本机没有地址 ${HOST}，请检查 HOST。This machine has no address ${HOST}: check HOST.`,
    )
  return cause
}

/** Leaves word where we can be found, and returns the address a person can open. */
export function noteAddress(config: Place, port: number): string {
  const open = ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(config.HOST)
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST
  const address = `http://${open ? 'localhost' : host}:${port}`
  if (!config.DATABASE_URL) fs.writeFileSync(note(config), `${address}\n`)
  return address
}

/** Before we are there, nobody finds us where an earlier server was. */
export function forgetAddress(config: Place): void {
  fs.rmSync(note(config), { force: true })
}

export function alreadyRunning(config: Place): CannotStart {
  const path = note(config)
  const data = resolve(config.DATA_DIR)
  if (!fs.existsSync(path))
    return new CannotStart(
      `知行正在另一处启动（数据目录 ${data}），未作任何改动。Zhixing is being started on ${data} already; it was left alone.`,
    )
  const where = fs.readFileSync(path, 'utf8').trim()
  return new CannotStart(
    `知行已在运行：${where}（数据目录 ${data}），未作任何改动。` +
      `Zhixing is already running at ${where} on ${data}; it was left alone.`,
  )
}

export function clusterFolder({ DATA_DIR }: Place): string {
  return join(DATA_DIR, 'postgres')
}

export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}

function note({ DATA_DIR }: Place): string {
  return join(DATA_DIR, 'address')
}
