import type { Actor } from '../../../kernel/caller.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { filesOf } from '../../files/index.ts'
import { namesOf } from '../catalogue/names.ts'
import { lightOf } from '../rules/standing.ts'
import type { Campaign } from '../store/campaigns.ts'
import type { Entry } from '../store/entries.ts'
import type { Finding } from '../store/findings.ts'
import { entrySubject, findingSubject } from './words.ts'

export function headOf(campaign: Campaign, organizationName: string, today: Day) {
  const { id: campaignId, kind, title, organizationId, from, until, state, phases } = campaign
  const phase = phases.find((one) => one.from <= today && today <= one.until)
  const head = { campaignId, kind, title, organizationId, organizationName, from, until, state }
  return { ...head, phaseName: phase?.name ?? null }
}

type Files = Awaited<ReturnType<typeof filesOf>>

function filesIn(files: Files, subject: string) {
  return (files.get(subject) ?? []).map(({ unitId, fileId, name, bytes }) => ({
    unitId,
    fileId,
    name,
    bytes,
  }))
}

/** Findings as screens show them, with their light and their evidence. */
export async function showFindings(db: Reader, rows: readonly Finding[], today: Day) {
  const names = await namesOf(
    db,
    rows.map(({ organizationId }) => organizationId),
  )
  const files = await filesOf(
    db,
    rows.map(({ id }) => findingSubject(id)),
  )
  return rows.map((row) => {
    const { unitId, id: findingId, organizationId, problem, source, measure, ownerName } = row
    const { dueOn, state, result, verdict, closedOn, closedByName, version } = row
    const told = { problem, source, measure, ownerName, dueOn, state, version }
    const end = { result, verdict, closedOn, closedByName }
    return {
      ...told,
      ...end,
      unitId,
      findingId,
      organizationId,
      organizationName: names.get(organizationId) ?? '',
      light: lightOf(row, today),
      files: filesIn(files, findingSubject(findingId)),
    }
  })
}

/** Works as screens show them; whether the reader may judge them now. */
export async function showEntries(db: Reader, rows: readonly Entry[], actor: Actor) {
  const reach = reachOf(actor.appointments, 'campaigns.judge')
  const names = await namesOf(
    db,
    rows.flatMap(({ organizationId, standsAtId }) => [organizationId, standsAtId]),
  )
  const files = await filesOf(
    db,
    rows.map(({ id }) => entrySubject(id)),
  )
  return rows.map((row) => {
    const { unitId, id: entryId, organizationId, title, genre, speakerName, minutes } = row
    const { summary, link, state, award, version, standsAtId, path } = row
    const standsAt = path.slice(0, path.indexOf(standsAtId) + standsAtId.length + 1)
    const told = { title, genre, speakerName, minutes, summary, link, state, award, version }
    return {
      ...told,
      unitId,
      entryId,
      organizationId,
      organizationName: names.get(organizationId) ?? '',
      standsAtName: names.get(standsAtId) ?? '',
      judgments: row.judgments.map((judgment) => ({ ...judgment })),
      files: filesIn(files, entrySubject(entryId)),
      mayJudge: state === 'judging' && covers(reach, standsAt),
    }
  })
}
