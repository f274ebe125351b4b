import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

type Props = {
  id?: string
  organizationId: string
  value?: string[]
  onChange?: (memberIds: string[]) => void
}

const pauseMs = 250
const size = 50

/** Several members, each found by name or pinyin. */
export function MembersSelect({ id, organizationId, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const [known, setKnown] = useState<Record<string, string>>({})
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useAnswer('members.list', { organizationId, text, size })
  const found = (data?.rows ?? []).map(({ memberId, name, organizationName }) => ({
    value: memberId,
    label: `${name}（${organizationName}）`,
  }))
  const chosen = (value ?? []).filter((one) => !found.some((row) => row.value === one))
  const choose = (next: string[]) => {
    setKnown((before) => ({
      ...before,
      ...Object.fromEntries(found.map((row) => [row.value, row.label])),
    }))
    onChange?.(next)
  }
  return (
    <Select
      mode="multiple"
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      onChange={choose}
      placeholder="输入姓名或拼音"
      notFoundContent="没有找到"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...found, ...chosen.map((one) => ({ value: one, label: known[one] ?? one }))]}
    />
  )
}
