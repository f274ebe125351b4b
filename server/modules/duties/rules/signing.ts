import type { dutySignings } from '@zhixing/contract/duty-words.ts'

type Signing = keyof typeof dutySignings

type Signature = { readonly memberId: string; readonly templateIds: readonly string[] }

/**
 * How the holder of a post stands to its list: the last signature of the year must be theirs, and name all that is
 * asked today. Somebody else's means that the post has changed hands, and the list has to be handed over.
 */
export function signingOf(
  holderId: string | undefined,
  last: Signature | undefined,
  templateIds: readonly string[],
): Signing {
  if (!holderId) return 'vacant'
  if (!last) return 'unsigned'
  if (last.memberId !== holderId) return 'handover'
  return templateIds.every((id) => last.templateIds.includes(id)) ? 'signed' : 'changed'
}
