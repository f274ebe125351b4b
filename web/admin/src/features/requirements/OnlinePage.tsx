import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { MonthSwitch } from '../../ui/MonthSwitch.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Chart } from '../../ui/chart/Chart.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AskedSides } from './AskedBar.tsx'
import { OnlineMembers, OnlineOrganizations } from './OnlineLists.tsx'

export type Online = Output<EntryOf<'requirements.month'>>

const size = 50
const words = { unit: '人', value: '学了', rest: '没有学' }

/** Study online in one month: who is ahead, who lacks it, and whether it is getting better. */
export function OnlinePage() {
  const { organizationId } = useOrganization()
  const { month, lacking = false, page = 1 } = useSearch({ from: '/shell/requirements/online' })
  const asked = { organizationId, lacking, page, size, ...(month ? { month } : {}) }
  const answer = useAnswer('requirements.month', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(online) => (
          <>
            <Headline online={online} />
            <AskedSides kept={{}}>
              <MonthSwitch month={online.month} />
            </AskedSides>
            <Section title="逐月有多少人网络学习">
              <Months months={online.months} />
            </Section>
            {online.organizations.length > 0 ? (
              <OnlineOrganizations rows={online.organizations} />
            ) : null}
            <OnlineMembers online={online} size={size} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ online }: { online: Online }) {
  const { organizationName, month, people, studied, met, aimMinutes, clause } = online
  return (
    <Sentence
      note={`${organizationName} · ${month.replace('-', ' 年 ')} 月 · 每人每月网络学习不少于 ${hours(aimMinutes)} 学时（${clause}）`}
      step={met < people ? <RemindButton online={online} /> : null}
    >
      应学 <Count of={people} /> 人，学了 <Count of={studied} /> 人，达到要求 <Count of={met} />{' '}
      人，
      <Count of={people - met} stress={met < people} /> 人还不够。
    </Sentence>
  )
}

function RemindButton({ online: { month, people, met } }: { online: Online }) {
  const { organizationId } = useOrganization()
  const may = useMay()
  const { modal, message } = App.useApp()
  const { mutate, isPending } = useAct('requirements.remindMonth')
  if (!may('requirements.remind')) return null
  const ask = () =>
    modal.confirm({
      title: `提醒这个月还不够的 ${people - met} 人？`,
      content: '每人收到自己学了多少、还应学多少；同一天不重复发。',
      okText: '发出提醒',
      cancelText: '不发了',
      onOk: () =>
        mutate(
          { organizationId, month },
          {
            onSuccess: ({ reminded, already }) =>
              void message.success(`已提醒 ${reminded} 人，今天已提醒过 ${already} 人`),
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

function Months({ months }: { months: Online['months'] }) {
  const change = useSearchChange()
  const points = months.map(({ month, people, studied }, at) => ({
    label: month,
    value: studied,
    rest: people - studied,
    stress: at === months.length - 1,
  }))
  return (
    <Chart
      label="逐月网络学习人数"
      words={words}
      points={points}
      open={(label) => change({ month: label, page: undefined })}
    />
  )
}
