import type { EntryOf, Output } from '@zhixing/contract'
import type { Grant } from '@zhixing/contract/grants.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Input } from 'antd'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { moveFocus } from '../../ui/move-focus.ts'
import { useMay } from '../me.ts'
import styles from './GlobalSearch.module.css'
import { navigation } from './navigation.ts'

type Row = Output<EntryOf<'home.find'>>['rows'][number]
type Finding = { kind: string; title: string; note: string; to: string }

export const searchBoxId = 'global-search'

const pauseMs = 200

export function SearchBox({ onLeave }: { onLeave: () => void }) {
  const [text, setText] = useState('')
  const asked = usePaused(text.trim())
  const { data, error } = useAnswer('home.find', { text: asked }, { enabled: asked !== '' })
  const may = useMay()
  const findings = asked === '' ? [] : [...pagesNamed(asked, may), ...(data?.rows ?? []).map(found)]
  return (
    <div onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveFocus(event, 'input, a')}>
      <Input
        id={searchBoxId}
        autoFocus
        aria-label="查找内容"
        placeholder="姓名、组织、活动或功能"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ul className={styles.findings}>
        {findings.map(({ kind, title, note, to }) => (
          <li key={`${kind}${title}${to}`}>
            <small>{kind}</small>
            <LineLink to={to} onFollow={onLeave}>
              {title}
            </LineLink>
            <small>{note}</small>
          </li>
        ))}
      </ul>
      <p role="status">{error ? error.message : wordsFor(asked, findings.length, data)}</p>
    </div>
  )
}

function wordsFor(asked: string, count: number, data: object | undefined): string {
  if (asked === '') return '可以只写姓名的一部分，或拼音首字母。'
  if (data === undefined) return '正在查找…'
  return count === 0 ? `没有找到“${asked}”。您管理范围以外的内容不会出现。` : ''
}

/** Where each kind of thing is shown. */
const places: Record<Row['kind'], { word: string; to: (row: Row) => string }> = {
  member: { word: '党员', to: ({ unitId, id }) => `/members/${unitId}/${id}` },
  organization: { word: '党组织', to: ({ id }) => `/organizations?open=${id}` },
  activity: { word: '活动', to: ({ unitId, id }) => `/activities/${unitId}/${id}` },
}

function found(row: Row): Finding {
  const { word, to } = places[row.kind]
  return { kind: word, title: row.title, note: row.note, to: to(row) }
}

/** The pages themselves can be found as well, those that the reader may open. */
function pagesNamed(text: string, may: (grant: Grant) => boolean): Finding[] {
  return navigation
    .flatMap(({ name, entries }) => entries.map((entry) => ({ ...entry, group: name })))
    .filter(({ name, grant }) => name.includes(text) && (!grant || may(grant)))
    .map(({ name, group, to }) => ({ kind: '功能', title: name, note: group, to }))
}

/** The text once the fingers rest. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
