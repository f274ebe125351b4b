import { useAct } from '@zhixing/kit/use-answer.ts'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import type { Board } from './board.ts'

/** One tap: everybody of the list who lags behind is told what is lacking, and each secretary whom. */
export function RemindButton({ board }: { board: Board }) {
  const { organizationId } = useOrganization()
  const { text, standing, cohort } = useSearch({ from: '/shell/requirements' })
  const { modal, message } = App.useApp()
  const { mutate, isPending } = useAct('requirements.remind')
  const filter = {
    ...(text ? { text } : {}),
    ...(standing ? { standing } : {}),
    ...(cohort ? { cohort } : {}),
  }
  const isNarrowed = Object.keys(filter).length > 0
  const late = board.counts.behind + board.counts.atRisk
  const ask = () =>
    modal.confirm({
      title: isNarrowed ? '提醒列出的人中落后的？' : `提醒落后的 ${late} 人？`,
      content: '每人收到自己还差多少，所在支部的书记收到名单。同一天重复提醒不会再发。',
      okText: '发出提醒',
      cancelText: '不发了',
      onOk: () =>
        mutate(
          { organizationId, requirement: board.requirement.key, year: board.year, ...filter },
          {
            onSuccess: ({ reminded, already, secretaries }) =>
              void message.success(saying(reminded, already, secretaries)),
            onError: ({ message: why }) => void message.warning(why),
          },
        ),
    })
  return (
    <Button type="primary" loading={isPending} onClick={ask}>
      一键提醒
    </Button>
  )
}

function saying(reminded: number, already: number, secretaries: number): string {
  if (reminded === 0) return `今天已经提醒过这 ${already} 人`
  const before = already > 0 ? `，另 ${already} 人今天已提醒过` : ''
  const led = secretaries > 0 ? `，并告知 ${secretaries} 名书记` : ''
  return `已提醒 ${reminded} 人${led}${before}`
}
