import { planKinds, planStates } from '@zhixing/contract/plan-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { SideBar } from '../../../ui/Sides.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Approval } from './Approval.tsx'
import { Closing } from './Closing.tsx'
import { Facts } from './Facts.tsx'
import { Items } from './Items.tsx'
import { Quotas } from './Quotas.tsx'
import { Topics } from './Topics.tsx'
import type { Plan } from './plan.ts'

const parts = {
  items: '项目和进度',
  facts: '目标和问题',
  topics: '专题和工程',
  quotas: '名额',
  approval: '审批和版次',
  closing: '总结',
} as const
type PartKey = keyof typeof parts

/** One plan, part by part; each part has an address of its own. */
export function PlanPage() {
  const key = useParams({ from: '/shell/plans/$unitId/$planId' })
  const { part } = useSearch({ from: '/shell/plans/$unitId/$planId' })
  const answer = useAnswer('plans.show', key)
  return (
    <Page>
      <Answered answer={answer}>
        {(plan) => (
          <>
            <Headline plan={plan} />
            <SideBar
              label="计划的各部分"
              links={Object.entries(parts).map(([one, word]) => (
                <Link
                  key={one}
                  to="/plans/$unitId/$planId"
                  params={key}
                  search={one === 'items' ? {} : { part: one }}
                  aria-current={partOf(part) === one ? 'page' : undefined}
                  activeProps={{}}
                >
                  {word}
                </Link>
              ))}
            >
              <LinkButton to="/plans">全部计划</LinkButton>
            </SideBar>
            <Part key={partOf(part)} part={partOf(part)} plan={plan} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function partOf(part: string | undefined): PartKey {
  return keysOf(parts).find((key) => key === part) ?? 'items'
}

function Part({ part, plan }: { part: PartKey; plan: Plan }) {
  if (part === 'facts') return <Facts plan={plan} />
  if (part === 'topics') return <Topics plan={plan} />
  if (part === 'quotas') return <Quotas plan={plan} />
  if (part === 'approval') return <Approval plan={plan} />
  if (part === 'closing') return <Closing plan={plan} />
  return <Items plan={plan} />
}

function Headline({ plan }: { plan: Plan }) {
  const { unitId, planId, version, title, kind, organizationName, state, edition, can } = plan
  const { fromYear, untilYear, isRevising, lessons } = plan
  const submit = useAct('plans.submit')
  const years = fromYear === untilYear ? `${fromYear}年` : `${fromYear}—${untilYear}年`
  const lesson = lessons ? `上一期的建议：${lessons}` : '进度由系统按已办结的培训计算。'
  return (
    <Sentence
      note={`${organizationName} · ${planKinds[kind]} · ${years}${edition > 0 ? ` · 第 ${edition} 版` : ''}。${lesson}`}
      step={
        can.write ? (
          <Button
            type="primary"
            loading={submit.isPending}
            onClick={() => submit.mutate({ unitId, planId, version })}
          >
            提交审批
          </Button>
        ) : undefined
      }
    >
      {title}：{isRevising ? `修订中，第 ${edition} 版继续执行` : planStates[state]}。
    </Sentence>
  )
}
