import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/* Child processes that never outlive their parent: a signal to us is a signal to them. */

const children = new Set()
let leaving

/** Runs a program to its end, seen and heard as if it were ours; ends this process when it fails. */
export async function run(program, args, options = {}) {
  const { code } = await start(program, args, options)
  if (code === 0) return
  for (const child of children) child.kill()
  process.exit(code)
}

/** Starts a program; the answer comes when it has ended, with the code a shell would report. */
export function start(program, args, options = {}) {
  const windows = { shell: process.platform === 'win32' && !program.includes('\\') }
  const child = spawn(program, args, { stdio: 'inherit', ...windows, ...options })
  children.add(child)
  if (leaving) child.kill(leaving)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      children.delete(child)
      process.stderr.write(`${program}: ${error.message}\n`)
      resolve({ code: 127 })
    })
    child.once('exit', (code, signal) => {
      children.delete(child)
      resolve({ signal, code: code ?? 128 + (constants.signals[signal] ?? 0) })
    })
  })
}

/** Hands signals on to whatever runs now, and to whatever is started later by mistake. */
export function forwardSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(signal))
  if (!process.env.npm_lifecycle_event) return

  // Some shells die of a signal without telling the program they were asked to run.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || leave('SIGTERM'), 200).unref()
}

function leave(signal) {
  leaving ??= signal
  for (const child of children) child.kill(signal)
}
