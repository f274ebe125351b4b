import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import type { KeyboardEvent } from 'react'
import type { Entry, Mark } from '../state.ts'
import { markShapes, markWord, shownOf } from './mark-words.ts'
import styles from './RollTile.module.css'

type Props = {
  entry: Entry
  pen: Mark
  note: (mark: Mark | null) => void
  disabled?: boolean
}

const keys: Record<string, Mark | null> = { 1: 'present', 2: 'excused', 3: 'absent', 0: null }

/** A name to tap; on the keyboard, Enter uses the pen and 1, 2, 3 say it directly and go on to the next. */
export function RollTile({ entry, pen, note, disabled = false }: Props) {
  const shown = shownOf(entry)
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const chosen = keys[event.key]
    if (chosen === undefined) return
    note(chosen)
    nextTile(event.currentTarget)?.focus()
  }
  const details = detailsOf(entry)
  return (
    <li>
      <button
        type="button"
        className={`${styles.tile} ${styles[shown === 'exempt' ? 'excused' : shown]}`}
        disabled={disabled}
        aria-pressed={entry.mark === pen}
        onClick={() => note(entry.mark === pen ? null : pen)}
        onKeyDown={onKeyDown}
        data-tile
      >
        <b>{entry.name}</b>
        <span>
          <Shape name={markShapes[shown]} />
          {markWord(entry)}
        </span>
        {details ? <small>{details}</small> : null}
      </button>
    </li>
  )
}

function detailsOf(entry: Entry) {
  const { note, standing, organizationName, isProbationary, isFloating, distinction } = entry
  return [
    distinction,
    standing === 'guest' ? `列席 · ${organizationName}` : '',
    isProbationary ? '预备党员' : '',
    isFloating ? '流动' : '',
    note,
  ]
    .filter(Boolean)
    .join(' · ')
}

function nextTile(tile: HTMLElement): HTMLElement | null {
  return tile.closest('li')?.nextElementSibling?.querySelector<HTMLElement>('[data-tile]') ?? null
}
