/**
 * Classes: the life of a training class, from the application with its budget to the archive. Who may send how many is
 * a quota; seats are taken by raising its counter, so that of many who try at once only as many get one as there are.
 */
export { draftClass } from './steps/draft-class.ts'
export { enrolMember, openClass } from './steps/enrol-member.ts'
