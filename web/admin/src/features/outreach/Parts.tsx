import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/outreach', word: '送学名单' },
  { to: '/outreach/rounds', word: '轮次与路线' },
  { to: '/outreach/packs', word: '资料包' },
  { to: '/outreach/coverage', word: '覆盖图' },
] as const

/** The pages about study that goes to people; each answers one question. */
export function Parts() {
  return <Sides label="送学" pages={pages} />
}
