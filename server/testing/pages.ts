import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launchChromium } from './chromium.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    readonly chromium: string
  }
}

/** For the browser tests: the pages as they are built for people, and one Chromium for all workers. */
export default async function setup(project: TestProject) {
  const build = join(import.meta.dirname, '../../tools/build.mjs')
  execFileSync(process.execPath, [build, '--if-stale'], { stdio: 'inherit' })

  const server = await launchChromium()
  project.provide('chromium', server.wsEndpoint())
  return () => server.close()
}
