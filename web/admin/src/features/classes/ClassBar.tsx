import type { ReactNode } from 'react'
import { useMay } from '../../app/me.ts'
import { Sides } from '../../ui/Sides.tsx'
import styles from './Classes.module.css'

const pages = [
  { to: '/classes', word: '培训班台账' },
  { to: '/classes/offers', word: '给我们的名额' },
  { to: '/classes/partners', word: '合作部门' },
] as const

/** Three sides of the same classes: all of them, the seats for us, whom we run them with. */
export function ClassBar({ children }: { children?: ReactNode }) {
  const may = useMay()
  // Seats are filled by few; others have no such page.
  const shown = pages.filter(({ to }) => to !== '/classes/offers' || may('classes.enrol'))
  return (
    <Sides pages={shown}>
      <div className={styles.tools}>{children}</div>
    </Sides>
  )
}
