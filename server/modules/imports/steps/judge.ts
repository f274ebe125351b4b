import { faultsOf, readIdNumber, tidyFacts } from '../../members/index.ts'
import type { Judge } from '../rules/read-row.ts'

/** How a row is judged: as the roll judges a form. */
export const judge: Judge = { tidy: tidyFacts, readIdNumber, faultsOf }
