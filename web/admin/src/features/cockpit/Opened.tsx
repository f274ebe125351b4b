import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { MetricRows } from '../../ui/metric/MetricRows.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Cockpit.module.css'
import { keyOf, opensOf, type Point } from './cockpit.ts'

/** The rows behind whatever number was pressed. */
export function Opened() {
  const { open, page = 1, text = '' } = useSearch({ from: '/shell/cockpit' })
  const change = useSearchChange()
  return (
    <DetailPanel
      title="这个数从哪里来"
      open={open !== undefined}
      onClose={() => change({ open: undefined, page: undefined, text: undefined })}
    >
      {open ? <MetricRows asked={opensOf(open)} page={page} text={text} /> : null}
    </DetailPanel>
  )
}

export function useOpen() {
  const change = useSearchChange()
  return ({ opens }: Pick<Point, 'opens'>) =>
    change({ open: keyOf(opens), page: undefined, text: undefined })
}

type Props = { figure: Pick<Point, 'opens'>; label?: string; children: ReactNode }

/** A number that opens. */
export function OpenNumber({ figure, label, children }: Props) {
  const open = useOpen()
  return (
    <button type="button" className={styles.number} aria-label={label} onClick={() => open(figure)}>
      {children}
    </button>
  )
}
