import { useSearch } from '@tanstack/react-router'
import { Page } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Mentoring.module.css'
import { Pairs } from './Pairs.tsx'
import { Placements } from './Placements.tsx'

/** Members learn from members, and by doing. */
export function MentoringPage() {
  const { show } = useSearch({ from: '/shell/mentoring' })
  const change = useSearchChange()
  const turn = (next: 'placements' | undefined) =>
    change({ show: next, page: undefined, open: undefined })
  return (
    <Page>
      <div className={styles.bar}>
        <button type="button" aria-pressed={!show} onClick={() => turn(undefined)}>
          结对带学
        </button>
        <button
          type="button"
          aria-pressed={show === 'placements'}
          onClick={() => turn('placements')}
        >
          实践锻炼
        </button>
      </div>
      {show ? <Placements /> : <Pairs />}
    </Page>
  )
}
