import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

type Props = {
  value?: string
  onChange?: (organizationId: string) => void
  /** The one that is chosen at first, by name. */
  initial?: { id: string; name: string }
  id?: string
  /** What it is for, where no field of a form says so. */
  label?: string
}

const pauseMs = 250
const branchKinds = new Set(['branch', 'jointBranch', 'temporaryBranch'])

/** A branch, found by name, sound or code among those within reach. */
export function BranchSelect({ value, onChange, initial, id, label }: Props) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useAnswer('organizations.search', { text: asked }, { enabled: asked !== '' })

  const found = (data?.rows ?? [])
    .filter(({ kind }) => branchKinds.has(kind))
    .map((row) => ({ value: row.id, label: row.trail ? `${row.name}（${row.trail}）` : row.name }))
  const first = initial && asked === '' ? [{ value: initial.id, label: initial.name }] : []
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      {...(label ? { 'aria-label': label } : {})}
      placeholder="输入支部名称、拼音或代码"
      options={asked === '' ? first : found}
      notFoundContent={asked === '' ? '输入几个字来查找' : '没有找到这个党支部'}
      showSearch={{ filterOption: false, onSearch: setTyped }}
    />
  )
}
