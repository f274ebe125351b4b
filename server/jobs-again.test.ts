import { existsSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { drainJobs } from './kernel/job-worker.ts'
import { declareJob, jobs } from './kernel/jobs.ts'
import type { DeclaredJob } from './kernel/jobs.ts'
import { commit } from './modules/imports/acts/commit.ts'
import { undo } from './modules/imports/acts/undo.ts'
import { readJob, takeBackJob, writeJob } from './modules/imports/index.ts'
import { showImport } from './modules/imports/views/show.ts'
import { readPackageJob } from './modules/packages/index.ts'
import { read } from './modules/packages/acts/read.ts'
import { db } from './testing/database.ts'
import { tracesIn } from './testing/expect.ts'
import { manifestOf } from './testing/packages/manifests.ts'
import { zipOf } from './testing/packages/zips.ts'
import { lineOf } from './testing/roll-lines.ts'
import { beginImport, rollOf } from './testing/rolls.ts'
import { uploadAs } from './testing/uploads.ts'
import { files, plant } from './testing/world.ts'
import type { Person } from './testing/world.ts'

/* A worker that dies between its work and its last word: the next one comes when the lease has run out. */
async function dieAfter<I>(caller: Person, declared: DeclaredJob<I, unknown>): Promise<void> {
  let isDone = false
  const dies = declareJob<I, unknown>({
    kind: declared.kind,
    async run(tools, input) {
      const result = await declared.run(tools, input)
      isDone = true
      // Nothing after this is heard of any more.
      const { job } = tools
      await db
        .update(jobs)
        .set({ attempts: job.attempts + 1 })
        .where(eq(jobs.id, job.id))
      return result
    },
  })
  await drainJobs(caller, [dies])
  expect(isDone).toBe(true)
  const late = { leaseUntil: new Date(0) }
  await db.update(jobs).set(late).where(eq(jobs.kind, declared.kind))
  await drainJobs(caller, [declared])
}

test('an import whose worker died after its work is read once, written once and taken back once', async () => {
  const world = await plant(db)
  const { organizer, county } = world
  const key = await beginImport(
    organizer,
    county,
    rollOf([lineOf(1, '东支部'), lineOf(2, '西支部')]),
  )
  expect(await showImport(organizer, key)).toMatchObject({ phase: 'checked' })
  await commit(organizer, { ...key, duplicates: 'skip', likely: 'skip' })
  await dieAfter(organizer, writeJob)
  expect(await showImport(organizer, key)).toMatchObject({ phase: 'done', counts: { added: 2 } })
  await undo(organizer, key)
  await dieAfter(organizer, takeBackJob)
  expect(await showImport(organizer, key)).toMatchObject({ phase: 'undone', counts: { undone: 2 } })

  const told = (await tracesIn(db, world)).map(({ command }) => command)
  expect(told.filter((command) => command === 'imports.write')).toHaveLength(1)
  expect(told.filter((command) => command === 'imports.takeBack')).toHaveLength(1)
  expect(await db.$count(jobs, eq(jobs.kind, readJob.kind))).toBeGreaterThan(0)
})

test('a package whose worker died after its work stays, and is not read from an archive that is gone', async () => {
  const { organizer, county } = await plant(db)
  const { unitId } = organizer.actor
  const archive = zipOf([
    { name: 'imsmanifest.xml', content: manifestOf('1.2') },
    { name: 'index.html', content: '<p>第一课</p>' },
  ])
  const fileId = await uploadAs(organizer, '课件.zip', archive)
  const asked = await read(organizer, { organizationId: county.id, fileUnitId: unitId, fileId })
  await dieAfter(organizer, readPackageJob)

  expect(existsSync(files.pathOf(asked.packageId))).toBe(true)
  const [job] = await db.select().from(jobs).where(eq(jobs.id, asked.jobId))
  expect(job).toMatchObject({ status: 'done', result: { packageId: asked.packageId } })
})
