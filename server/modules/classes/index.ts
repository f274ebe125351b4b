/**
 * Classes: the life of a training class, from the application with its budget to the archive. Who may send how many is
 * a quota; seats are taken by raising its counter, so that of many who try at once only as many get one as there are.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'

export { draftClass } from './steps/draft-class.ts'
export { enrolMember, openClass } from './steps/enrol-member.ts'

const maySee: FileSubject['maySee'] = async ({ actor }, { path }) =>
  covers(reachOf(actor.appointments, 'classes.view'), path)

/** Papers and bills of a class are for those who see the class. */
export const classFiles: FileSubject = { kind: 'class', maySee }
export const classBillFiles: FileSubject = { kind: 'classBill', maySee }
