/**
 * Campaigns: what everybody at and below an organization takes part in for some months. A campaign is a container: it
 * asks for activities, readings and forms that other capabilities keep, counts what of them was really done, and keeps
 * only what is its own: returns, findings that are put right, and lessons that are sent in and judged.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { askOf } from './catalogue/ask.ts'
import { dueAt } from './catalogue/owed.ts'

export { askOf, dueAt }

const seenByOfficers: FileSubject['maySee'] = ({ actor }, { path, uploadedBy }) =>
  Promise.resolve(
    uploadedBy === actor.accountId || covers(reachOf(actor.appointments, 'campaigns.view'), path),
  )

/** Evidence and works are seen by those who may see the campaign there, and by whoever handed them in. */
export const findingFiles: FileSubject = { kind: 'finding', maySee: seenByOfficers }
export const campaignEntryFiles: FileSubject = { kind: 'campaignEntry', maySee: seenByOfficers }
