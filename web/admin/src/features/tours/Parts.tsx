import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/tours', word: '基层点课' },
  { to: '/tours/offers', word: '送课人' },
  { to: '/tours/trips', word: '送课日程' },
  { to: '/tours/series', word: '系列宣讲' },
  { to: '/tours/coverage', word: '覆盖图' },
  { to: '/tours/modes', word: '培训方式' },
] as const

/** The pages about lessons that travel; each answers one question. */
export function Parts() {
  return <Sides label="送课" pages={pages} />
}
