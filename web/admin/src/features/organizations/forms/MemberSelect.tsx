import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

type One = { many?: false; value?: string; onChange?: (id: string) => void }
type Many = { many: true; value?: string[]; onChange?: (ids: string[]) => void }
type Props = (One | Many) & { id?: string; label?: string; organizationId: string }

const pauseMs = 250
const size = 200

/** Members at and below an organization, found by name or pinyin. */
export function MemberSelect({ id, label, organizationId, ...rest }: Props) {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useAnswer('members.list', { organizationId, text, size })
  const common = {
    ...(id ? { id } : {}),
    ...(label ? { 'aria-label': label } : {}),
    style: { width: '100%' },
    showSearch: { filterOption: false, onSearch: setTyped },
    placeholder: '输入姓名或拼音',
    notFoundContent: '没有找到',
    options: (data?.rows ?? []).map(({ memberId, name, organizationName }) => ({
      value: memberId,
      label: `${name}（${organizationName}）`,
    })),
  }
  return rest.many ? (
    <Select
      {...common}
      mode="multiple"
      maxTagCount={20}
      value={rest.value ?? []}
      onChange={(ids: string[]) => rest.onChange?.(ids)}
    />
  ) : (
    <Select
      {...common}
      value={rest.value ?? null}
      onChange={(one: string | null) => rest.onChange?.(one ?? '')}
    />
  )
}
