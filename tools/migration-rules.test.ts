import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changedSince, digestOf, findingsIn } from './migration-rules.ts'

const whys = (sql: string) => findingsIn('0002_next.sql', sql).map(({ why }) => why)

test.each([
  ['DROP TABLE "talks";', 'contract'],
  ['ALTER TABLE "talks" DROP COLUMN "next";', 'contract'],
  ['ALTER TABLE "talks" RENAME COLUMN "next" TO "then";', 'contract'],
  ['ALTER TABLE "talks" ALTER COLUMN "next" SET NOT NULL;', 'contract'],
  ['ALTER TABLE "talks" ADD COLUMN "mood" text NOT NULL;', 'contract'],
  ['DELETE FROM "talks" where held_on is null;', 'contract'],
  ['ALTER TABLE "talks" ALTER COLUMN "next" SET DATA TYPE integer;', 'locks'],
  ['ALTER TABLE "talks" ADD CONSTRAINT "talks_once" UNIQUE("unit_id","id");', 'locks'],
  ['CREATE INDEX "talks_by_day" ON "talks" USING btree ("on_day");', 'locks'],
  ["update talks set mood = 'calm';", 'locks'],
])('%s asks for a word of its author: %s', (sql, mark) => {
  expect(whys(sql)).toEqual([expect.stringContaining(`-- ${mark}: …`)])
  expect(whys(`-- ${mark}: nothing since 1.2 writes it\n${sql}`)).toEqual([])
  const other = mark === 'locks' ? 'contract' : 'locks'
  expect(whys(`-- ${other}: nothing since 1.2 writes it\n${sql}`)).toHaveLength(1)
  expect(whys(`-- ${mark}:\n${sql}`)).toHaveLength(1)
})

test.each([
  'ALTER TABLE "talks" ADD COLUMN "mood" text;',
  `ALTER TABLE "talks" ADD COLUMN "mood" text DEFAULT '' NOT NULL;`,
  'ALTER TABLE "talks" ADD CONSTRAINT "talks_mood" CHECK (mood <> 1) NOT VALID;',
  `CREATE TABLE "moods" ("id" uuid NOT NULL);
--> statement-breakpoint
CREATE UNIQUE INDEX "moods_once" ON "moods" USING btree ("id");
--> statement-breakpoint
ALTER TABLE "moods" ADD CONSTRAINT "moods_talk" FOREIGN KEY ("id") REFERENCES "public"."talks"("id");`,
  '-- drop table talks, one day',
])('%s only adds', (sql) => {
  expect(whys(sql)).toEqual([])
})

test('what is here makes everything and takes nothing away', () => {
  const folder = join(import.meta.dirname, '../server/migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  expect(names.length).toBeGreaterThan(1)
  for (const name of names)
    expect(findingsIn(name, readFileSync(join(folder, name), 'utf8'))).toEqual([])
})

test('a released migration stays as it was', () => {
  const released = { '0000_first.sql': digestOf('create table a ();'), '0001_gone.sql': '' }
  const files = new Map([['0000_first.sql', 'create table a (); ']])
  expect(changedSince(released, files)).toEqual([
    '0000_first.sql was released and has changed since',
    '0001_gone.sql was released and is gone',
  ])
  const same = new Map([['0000_first.sql', 'create table a ();']])
  expect(changedSince({ '0000_first.sql': released['0000_first.sql'] }, same)).toEqual([])
})
