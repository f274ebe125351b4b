import { keysOf } from '@zhixing/contract'
import { offerKinds } from '@zhixing/contract/proposal-words.ts'
import * as z from 'zod'
import { addDays, dayOf, yearOf } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { bringBack, command, uploadRoll } from './pages-doer.ts'
import type { Doer, Row } from './pages-doer.ts'
import type { Standpoint } from './pages-place.ts'
import { spoken } from './pages-sources.ts'

type Deed = {
  /** Who does it; the organizer where nobody is named. */
  readonly by?: Standpoint
  /** Finds what would come of it: a place that has one keeps it. */
  readonly isDone: string
  /** Whom or what it is done to; without it, the place itself. */
  readonly to?: string
  readonly run: (doer: Doer, row: Row) => Promise<unknown>
}

const applicantAt = `select a.unit_id as "unitId", a.id as "applicantId", c.step from applicants a
  join procedure_cases c on c.unit_id = a.unit_id and c.id = a.case_id and c.state = 'open'
  where a.unit_id = @unit`

/** What pages are about and the demonstration does not plant. */
const deeds: Readonly<Record<string, Deed>> = {
  'a work report': {
    isDone: `select from reports where unit_id = @unit`,
    run: (doer) => command(doer, 'reports.draft', { ...here(doer), year: yearOf(today()) }),
  },
  'a bulletin of study groups': {
    isDone: `select from study_bulletins where organization_id = @organization`,
    run: (doer) =>
      command(doer, 'studyGroups.issueBulletin', { ...here(doer), ...halfBefore(today()) }),
  },
  'a proposal for those who lack hours': {
    isDone: `select from proposals where unit_id = @unit`,
    run: (doer) => {
      const until = `${yearOf(today())}-12-31`
      const kinds = keysOf(offerKinds)
      const proposalId = newId()
      return command(doer, 'requirements.propose', { ...here(doer), proposalId, until, kinds })
    },
  },
  'an import': {
    isDone: `select from imports where unit_id = @unit`,
    to: `select array_agg(name) as names from organizations where unit_id = @unit and kind = 'branch'`,
    run: async (doer, { names }) => {
      const { unitId, fileId } = await uploadRoll(doer, z.array(z.string()).parse(names))
      await command(doer, 'imports.begin', { ...here(doer), fileUnitId: unitId, fileId })
    },
  },
  'a link to say where one is': {
    isDone: `select from floating_links where unit_id = @unit`,
    to: `select c.unit_id as "unitId", c.id as "censusId", m.unit_id as "memberUnitId", array[m.id] as "memberIds"
      from floating_censuses c join organizations o on starts_with(o.path, c.path)
      join members m on m.unit_id = o.unit_id and m.organization_id = o.id
      where c.unit_id = @unit and c.closed_on is null and c.until_day >= current_date
        and m.left_on is null and m.floating_since is not null order by m.id limit 1`,
    run: (doer, row) => command(doer, 'floatingWork.drawLinks', row),
  },
  'a question to a department': {
    isDone: `select from procedure_opinions where unit_id = @unit and due_on > current_date`,
    to: `${applicantAt} and c.step in ('review', 'prereview') order by a.id limit 1`,
    run: (doer, row) =>
      command(doer, 'development.ask', {
        ...row,
        formId: newId(),
        department: '县公安局',
        question: '请答复此人有无违法犯罪记录。',
        dueOn: addDays(today(), 300),
      }),
  },
  'a public notice': {
    isDone: `select from applicant_notices where unit_id = @unit and until_day > current_date`,
    to: `${applicantAt} and c.step in ('cultivate', 'target') and c.earliest_on <= current_date
      order by c.step desc, a.id limit 1`,
    run: postNotice,
  },
  'a quiz of their own': {
    by: 'member',
    isDone: `select from quiz_attempts where person_id = @member and submitted_at is not null`,
    to: `select unit_id as "unitId", id as "quizId" from quizzes
      where unit_id = @unit and withdrawn_at is null and kind = 'essential'
        and current_date between opens_on and closes_on order by id limit 1`,
    run: async (doer, quiz) => {
      const { unitId, attemptId } = await command(doer, 'quizzes.start', quiz)
      await command(doer, 'quizzes.submit', { unitId, attemptId, answers: {} })
    },
  },
}

/** Does what is not done yet; says why something could not be, and goes on. */
export async function doWhatIsMissing(doer: Doer): Promise<void> {
  const { client, stander } = doer
  for (const [what, { by = 'organizer', isDone, to, run }] of Object.entries(deeds)) {
    if (by !== stander.standpoint) continue
    if ((await client.query(...spoken(isDone, stander))).rowCount) continue
    try {
      const { rows } = to ? await client.query<Row>(...spoken(to, stander)) : { rows: [{}] }
      const [row] = rows
      if (!row) throw new Error('nothing here to do it to')
      await run(doer, row)
    } catch (error) {
      process.stdout.write(`not done: ${what}: ${String(error)}\n`)
    }
  }
}

/** Somebody who has been cultivated for a year: looked at once more, found fit, and named in public. */
async function postNotice(doer: Doer, row: Row): Promise<void> {
  const key = { unitId: row['unitId'], applicantId: row['applicantId'] }
  if (row['step'] === 'cultivate') {
    const seen = { kind: 'inspection', on: today(), text: '思想端正，工作踏实，群众认可。' }
    await command(doer, 'development.record', { ...key, ...seen, formId: newId() })
    const path = `/api/development/${String(key.unitId)}/${String(key.applicantId)}/register.docx`
    const { fileId } = await bringBack(doer, path)
    await command(doer, 'development.decide', {
      ...key,
      step: 'cultivate',
      outcome: 'pass',
      on: today(),
      papers: [{ key: 'register', fileId }],
    })
  }
  const said = { contact: '县委组织部 0990-0000000', workdays: 30 }
  await command(doer, 'development.post', { ...key, ...said, formId: newId() })
}

function here({ stander: { organizationId } }: Doer) {
  return { organizationId }
}

/** The last half of a year that is over. */
function halfBefore(day: string) {
  const year = yearOf(day)
  return day > `${year}-06-30` ? { year, half: 1 } : { year: year - 1, half: 2 }
}

function today(): string {
  return dayOf(new Date())
}
