import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Select } from 'antd'
import { useEffect, useState } from 'react'

type Props = { id?: string; value?: string; onChange?: (organizationId: string) => void }

const pauseMs = 250

/** Any branch of the platform, by its name: whoever is away reports outside of our reach. */
export function HostSelect({ id, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useAnswer('floating.hosts', { text }, { enabled: text.length > 1 })
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      placeholder="输入支部名称"
      notFoundContent={text.length > 1 ? '没有找到这个党支部' : '输入两个字以上来查找'}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(data?.rows ?? []).map(({ organizationId, name, above }) => ({
        value: organizationId,
        label: above ? `${name}（${above}）` : name,
      }))}
    />
  )
}
