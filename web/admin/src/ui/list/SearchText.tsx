import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchChange } from '../use-search-change.ts'

type Props = { label: string; placeholder: string; text: string | undefined }

const pauseMs = 250

/** What is typed here stands in the address as `text`, once the fingers rest; the page goes back to 1. */
export function SearchText({ label, placeholder, text = '' }: Props) {
  const change = useSearchChange()
  const [typed, setTyped] = useState(text)
  const [shown, setShown] = useState(text)

  // "Back" and copied links change the address from outside.
  if (shown !== text) {
    setShown(text)
    setTyped(text)
  }

  useEffect(() => {
    if (typed.trim() === text) return undefined
    const timer = setTimeout(() => change({ text: typed.trim(), page: undefined }, true), pauseMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `change` is new each time and means the same
  }, [typed, text])

  return (
    <Input
      style={{ width: '12rem' }}
      aria-label={label}
      placeholder={placeholder}
      allowClear
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}
