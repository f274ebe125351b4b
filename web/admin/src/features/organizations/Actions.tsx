import { Button, Dropdown, Space } from 'antd'
import { useState } from 'react'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Dissolving } from './Dissolving.tsx'
import type { OrganizationAct } from './route.ts'
import type { Shown } from './types.ts'

/** What may be done here; the server has said so, and judges again. */
export function Actions({ shown }: { shown: Shown }) {
  const { can, mayFound } = shown
  const change = useSearchChange()
  const [dissolving, setDissolving] = useState(false)
  if (!can.change && !can.found) return null

  const items: { key: OrganizationAct | 'dissolve'; label: string; disabled: boolean }[] = [
    { key: 'change', label: '修改名称和信息', disabled: !can.change },
    { key: 'move', label: '划转到另一上级', disabled: !can.move },
    { key: 'merge', label: '并入另一支部', disabled: !can.merge },
    { key: 'split', label: '分设支部', disabled: !can.split },
    {
      key: 'dissolve',
      label: can.dissolve ? '撤销' : '撤销（须先转出党员和下级）',
      disabled: !can.dissolve,
    },
  ]
  return (
    <Space>
      {can.found && mayFound.length > 0 ? (
        <Button type={can.split ? 'default' : 'primary'} onClick={() => change({ act: 'found' })}>
          {can.split ? '设立党小组' : '设立下级'}
        </Button>
      ) : null}
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => (key === 'dissolve' ? setDissolving(true) : change({ act: key })),
        }}
      >
        <Button>更改 ▾</Button>
      </Dropdown>
      {dissolving ? <Dissolving shown={shown} close={() => setDissolving(false)} /> : null}
    </Space>
  )
}
