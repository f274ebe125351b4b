/**
 * Materials: books, textbooks and media in stock, and the role models that they tell of. A stock is the sum of its
 * movements, and nobody else changes it.
 */
import { reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { wasGiven } from './store/given.ts'
import { findModel } from './store/models.ts'
import { findTitle } from './store/titles.ts'

/** An e-copy is read by whoever sees the catalogue, and by the members who were given the book. */
export const titleFiles: FileSubject = {
  kind: 'title',
  async maySee({ db, actor }, { subject, unitId }) {
    const titleId = subject.slice('title:'.length)
    const reach = reachOf(actor.appointments, 'materials.view')
    if (await findTitle(db, reach, { unitId, titleId })) return true
    return actor.memberId !== undefined && wasGiven(db, { unitId, titleId }, actor.memberId)
  },
}

export const modelFiles: FileSubject = {
  kind: 'model',
  async maySee({ db, actor }, { subject, unitId }) {
    const reach = reachOf(actor.appointments, 'materials.view')
    const modelId = subject.slice('model:'.length)
    return (await findModel(db, reach, { unitId, modelId })) !== undefined
  },
}
