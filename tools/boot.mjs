import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/* node tools/boot.mjs <data folder>: npm start as people give it, asked for its health and its pages, and stopped. */
const [dataDir] = process.argv.slice(2)
const port = await freePort()
const origin = `http://localhost:${port}`
const { DATABASE_URL: _, ...environment } = process.env
const server = spawn('npm', ['start'], {
  env: { ...environment, DATA_DIR: dataDir, PORT: String(port) },
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
})
const ended = new Promise((resolve) => server.once('exit', resolve))

let isWell = await comesUp()
for (const path of ['/health', '/ready', '/', '/m/', '/api/openapi.json'])
  isWell = (await answers(path)) && isWell

server.kill('SIGTERM')
await Promise.race([ended, pause(30_000)])
if (server.exitCode === null && server.signalCode === null) isWell = complain('it does not stop')
if (await fetch(origin).then(Boolean, () => false)) isWell = complain('something still listens')
process.exit(isWell ? 0 : 1)

async function comesUp() {
  for (let second = 0; second < 300; second += 1) {
    if (server.exitCode !== null) return complain('it ended before it answered')
    if (
      await fetch(`${origin}/ready`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return true
    await pause(1_000)
  }
  return complain('it is not ready after five minutes')
}

async function answers(path) {
  const answer = await fetch(origin + path, { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  process.stdout.write(`${path}: ${answer?.status ?? 'no answer'}\n`)
  return answer?.ok === true
}

function complain(sentence) {
  process.stderr.write(`npm start: ${sentence}\n`)
  return false
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address()
      probe.close(() => resolve(free))
    })
  })
}
