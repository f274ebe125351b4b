import { officeNames } from '@zhixing/contract/words.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { Me } from '../me.ts'
import { useLeave } from '../use-leave.ts'

export function UserMenu({ me }: { me: Me }) {
  const navigate = useNavigate()
  const leave = useLeave()
  const offices = me.appointments.map(({ office, organizationName }) => ({
    key: `${office}${organizationName}`,
    label: `${organizationName} · ${officeNames[office]}`,
    disabled: true,
  }))
  const items = [
    ...offices,
    { key: 'account', label: '我的账号与登录', onClick: () => void navigate({ to: '/account' }) },
    { key: 'leave', label: '退出', onClick: leave },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" aria-haspopup="menu">
        {me.name}
      </Button>
    </Dropdown>
  )
}
