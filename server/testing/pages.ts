import type { TestProject } from 'vitest/node'
import { launchChromium } from './chromium.ts'
import { buildPages } from './launch.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    readonly chromium: string
  }
}

/** For the browser tests: the pages as they are built for people, and one Chromium for all workers. */
export default async function setup(project: TestProject) {
  await buildPages()
  const server = await launchChromium()
  project.provide('chromium', server.wsEndpoint())
  return () => server.close()
}
