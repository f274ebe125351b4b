import { usualPractice } from '@zhixing/contract/development-words.ts'
import type { Reader } from '../../../kernel/db.ts'
import { findPractices } from '../store/quotas.ts'

/** How it is done at a place: as the nearest organization above has laid down, or as is usual. */
export async function practiceAt(db: Reader, path: string) {
  const [nearest] = await findPractices(db, path)
  if (!nearest) return { ...usualPractice, ofName: '', isOwn: false, version: 0 }
  const { guideline, recommendations, isRecommended } = nearest.practice
  const { duties, departments, abilities, version } = nearest.practice
  const said = { guideline, recommendations, isRecommended, duties, departments, abilities }
  const isOwn = nearest.path === path
  return { ...said, ofName: nearest.name, isOwn, version: isOwn ? version : 0 }
}
