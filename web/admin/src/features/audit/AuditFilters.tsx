import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { useSearch } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { Filters } from '../../ui/list/Filters.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'

/** Who, what, to what, and between which days; all of it stands in the address. */
export function AuditFilters() {
  const { who, command, subject, from, until } = useSearch({ from: '/shell/audit' })
  const change = useSearchChange()
  const { data } = useAnswer('audit.commands', {})
  return (
    <Filters>
      <Input.Search
        aria-label="办理人"
        placeholder="办理人姓名或登录名"
        style={{ width: '13rem' }}
        allowClear
        defaultValue={who ?? ''}
        onSearch={(text) => change({ who: text.trim() })}
      />
      <Select
        aria-label="事项"
        placeholder="任何事项"
        style={{ width: '15rem' }}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={command ?? null}
        onChange={(next) => change({ command: next ?? undefined })}
        options={(data?.rows ?? []).map((row) => ({ value: row.command, label: row.name }))}
      />
      <Input.Search
        aria-label="对象编号"
        placeholder="对象编号"
        style={{ width: '11rem' }}
        allowClear
        defaultValue={subject ?? ''}
        onSearch={(text) => change({ subject: text.trim() })}
      />
      <Input
        type="date"
        aria-label="自哪天起"
        style={{ width: '9rem' }}
        value={from ?? ''}
        onChange={({ target }) => change({ from: target.value })}
      />
      <Input
        type="date"
        aria-label="到哪天止"
        style={{ width: '9rem' }}
        value={until ?? ''}
        onChange={({ target }) => change({ until: target.value })}
      />
    </Filters>
  )
}
