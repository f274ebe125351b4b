import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { BrowserServer, LaunchOptions } from 'playwright-core'

const ofTheSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Nothing that reaches out, asks questions, or needs a screen, a sandbox of the system or much shared memory. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
  '--font-render-hinting=none',
]

/** A real Chromium with a profile of its own: the one of the machine, or the one that npm brings. */
export async function launchChromium(): Promise<BrowserServer> {
  const executablePath = ofTheSystem.find((path) => existsSync(path))
  const program = executablePath ? { executablePath, env: process.env } : await broughtByNpm()
  const options: LaunchOptions = { ...program, args, headless: true }
  return chromium.launchServer(options)
}

/** It was packed for a machine without any libraries, and unpacks its own only where it believes to be there. */
async function broughtByNpm() {
  const ours = { ...process.env }
  try {
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    return { executablePath, env: { ...process.env } }
  } finally {
    // Its libraries are for the browser, not for everything that we start from here.
    process.env = ours
  }
}
