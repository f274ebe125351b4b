import { conflict } from '../../../kernel/problem.ts'

type Form = {
  readonly genre: string
  readonly issuedOn: string | null
  readonly caseStudy: object | null
}

/** What some genres cannot be without. */
export function refuseForm({ genre, issuedOn, caseStudy }: Form): void {
  if (genre === 'document' && issuedOn === null) throw conflict('courses.issuedMissing')
  if (genre === 'case' && caseStudy === null) throw conflict('courses.caseMissing')
}
