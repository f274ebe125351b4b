import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

type Props = {
  id?: string
  organizationId: string
  /** Where no label stands beside it. */
  label?: string
  /** Those who are chosen already, by name. */
  known?: readonly { value: string; label: string }[]
  value?: string
  onChange?: (key: string) => void
}

const pauseMs = 250
const size = 50

/** A member by name or pinyin; the value is "unit~member", because both are asked for. */
export function MemberKeySelect(props: Props) {
  const { id, organizationId, label, known = [], value, onChange } = props
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useAnswer('members.list', { organizationId, text, size })
  const found = (data?.rows ?? []).map((row) => ({
    value: `${row.unitId}~${row.memberId}`,
    label: `${row.name}（${row.organizationName}）`,
  }))
  const chosen = known.filter((one) => one.value === value && !found.some(isAs(one)))
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      placeholder="输入姓名或拼音"
      notFoundContent="没有找到"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...chosen, ...found]}
    />
  )
}

function isAs({ value }: { value: string }) {
  return (other: { value: string }) => other.value === value
}
