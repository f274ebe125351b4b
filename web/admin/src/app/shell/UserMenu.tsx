import { officeNames } from '@zhixing/contract/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { dropAllDrafts } from '../../ui/form/draft.ts'
import type { Me } from '../me.ts'

/** Leaving takes along what was known and what was half typed: the next person starts clean. */
export function UserMenu({ me }: { me: Me }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutate } = useAct('accounts.signOut')
  const leave = () =>
    mutate(
      {},
      {
        onSuccess: () => {
          dropAllDrafts()
          client.clear()
          void navigate({ to: '/login' })
        },
      },
    )
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
