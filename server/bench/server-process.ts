import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { answers, compiled, freePort } from './start-to-ready.ts'

export const secret = 'a secret for the length of this measurement'

/** The server as it runs in production, in a process of its own, until the body is through. */
export async function withServer<Value>(
  url: string,
  body: (port: number) => Promise<Value>,
): Promise<Value> {
  const port = await freePort()
  const told = { DATABASE_URL: url, PORT: String(port), SECRET: secret, DEMO: 'off' }
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env, ...told }
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: { ...env, LOG_LEVEL: 'error', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(server, 'exit')
  try {
    const early = ended.then(() => Promise.reject(new Error('the server ended before its time')))
    await Promise.race([answers(`http://127.0.0.1:${port}/ready`), early])
    return await body(port)
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}
