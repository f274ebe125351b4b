import type { Scene } from '../../../kernel/act.ts'
import { attachFile } from '../../files/index.ts'
import type { Applicant } from '../store/applicants.ts'

/** Scans of what was written into somebody's file hang on their case, and are named by the entry. */
export async function hang(
  { tx, actor }: Pick<Scene, 'tx' | 'actor'>,
  { caseId, path }: Applicant,
  fileIds: readonly string[],
): Promise<string> {
  const { unitId, accountId } = actor
  for (const fileId of fileIds)
    // They are few, and each has its own refusal.
    // oxlint-disable-next-line no-await-in-loop
    await attachFile(tx, { unitId, fileId, subject: `case:${caseId}`, path, accountId })
  return fileIds.join(' ')
}
