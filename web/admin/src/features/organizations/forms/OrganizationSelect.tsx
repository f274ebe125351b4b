import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

type Props = {
  /** Given by the form field around it. */
  id?: string
  value?: string
  onChange?: (id: string) => void
  placeholder: string
}

const pauseMs = 250

/** One organization of the reach, found by name, pinyin or code. */
export function OrganizationSelect({ id, value, onChange, placeholder }: Props) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useAnswer('organizations.search', { text: asked }, { enabled: asked !== '' })
  const rows = asked === '' ? [] : (data?.rows ?? [])
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={placeholder}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? '')}
      notFoundContent={asked ? '没有找到' : '输入名称、拼音或代码'}
      options={rows.map((row) => ({
        value: row.id,
        label: row.trail ? `${row.name}（${row.trail}）` : row.name,
      }))}
    />
  )
}
