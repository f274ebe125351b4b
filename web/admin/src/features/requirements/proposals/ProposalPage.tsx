import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { Offers } from './Offers.tsx'
import { People } from './People.tsx'
import { isRunning, outcomeOf, proofOf } from './proposal.ts'
import type { Proposal } from './proposal.ts'

const lookAgainMs = 800

/** One proposal: what it comes to, what is in it and why, and who would do what. */
export function ProposalPage() {
  const key = useParams({ from: '/shell/requirements/proposals/$unitId/$proposalId' })
  const answer = useAnswer('requirements.proposal', key, {
    every: (proposal) => (!proposal || isRunning(proposal.job) ? lookAgainMs : false),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(proposal) =>
          proposal.totals ? <Ready proposal={proposal} /> : <Waiting proposal={proposal} />
        }
      </Answered>
    </Page>
  )
}

function Waiting({ proposal: { job, organizationName } }: { proposal: Proposal }) {
  const { mutate, isPending } = useAct('jobs.cancel')
  if (!isRunning(job))
    return (
      <Empty
        title={job?.status === 'cancelled' ? '测算已取消' : '测算没有完成'}
        example="换一种办法组合，或者把时间放长一些再测算。"
        step={
          <LinkButton to="/requirements/proposals" primary>
            重新测算
          </LinkButton>
        }
      >
        {job?.note || '什么也没有留下。'}
      </Empty>
    )
  return (
    <>
      <Sentence note={`${organizationName} · 可以离开本页，回来还在`}>
        正在测算：{job?.note || '排队'}。
      </Sentence>
      <Progress
        percent={Math.round(((job?.done ?? 0) / Math.max(1, job?.total ?? 1)) * 100)}
        status="active"
        strokeLinecap="butt"
        aria-label="测算的进度"
      />
      {job ? (
        <p>
          <Button loading={isPending} onClick={() => mutate({ unitId: job.unitId, jobId: job.id })}>
            取消测算
          </Button>
        </p>
      ) : null}
    </>
  )
}

function Ready({ proposal }: { proposal: Proposal }) {
  const { totals, offers, organizationName, until, budgetYuan, discardedAt, mayAccept } = proposal
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (!totals) return null
  const limit = budgetYuan === null ? '' : ` · 经费上限 ${budgetYuan.toLocaleString('zh-CN')} 元`
  const open = offers.filter(({ people, accepted }) => accepted < people)
  return (
    <>
      <Sentence
        note={`${organizationName} · ${until} 前${limit} · ${proofOf(totals)}${discardedAt ? ' · 已放弃' : ''}`}
        step={mayAccept && open.length > 0 ? <Accept proposal={proposal} chosen={chosen} /> : null}
      >
        <Count of={totals.people} /> 人差 {hours(totals.gapMinutes)} 学时，按这个方案
        {outcomeOf(totals)}，花 <Count of={totals.yuan.toLocaleString('zh-CN')} /> 元。
      </Sentence>
      {offers.length > 0 ? (
        <Section title="用什么补" aside={mayAccept ? '不勾选就是全部采纳' : null}>
          <Offers proposal={proposal} chosen={chosen} choose={setChosen} />
        </Section>
      ) : null}
      {totals.people > 0 ? (
        <Section title="逐人" aside="差得多的在前">
          <People proposal={proposal} />
        </Section>
      ) : null}
    </>
  )
}

function Accept({ proposal, chosen }: { proposal: Proposal; chosen: readonly string[] }) {
  const { unitId, proposalId, offers } = proposal
  const { modal, message } = App.useApp()
  const { mutate, isPending } = useAct('requirements.acceptProposal')
  const some = offers.filter(
    ({ offerId, people, accepted }) =>
      accepted < people && (chosen.length === 0 || chosen.includes(offerId)),
  )
  const people = some.reduce((sum, offer) => sum + offer.people - offer.accepted, 0)
  const send = () =>
    mutate(
      { unitId, proposalId, offerIds: some.map(({ offerId }) => offerId) },
      {
        onSuccess: ({ accepted, refused }) => {
          if (refused.length === 0) {
            void message.success(`已办理 ${String(accepted)} 人次`)
            return
          }
          modal.warning({
            title: `办理 ${String(accepted)} 人次，${String(refused.length)} 人次没有办成`,
            content: refused.slice(0, 20).map(({ name, title, reason }) => (
              <p key={`${name}${title}`}>
                {name}（{title}）：{reason}
              </p>
            )),
          })
        },
      },
    )
  const ask = () =>
    modal.confirm({
      title: `采纳 ${String(some.length)} 项，共 ${String(people)} 人次？`,
      content:
        '有名额的班直接报名，本人收到通知；拟新办的班生成办班申请草稿；网络课程通知本人；上门送学通知支部书记。',
      okText: '采纳',
      cancelText: '再看看',
      onOk: send,
    })
  return (
    <Button type="primary" loading={isPending} disabled={some.length === 0} onClick={ask}>
      {chosen.length > 0 ? `采纳选中的 ${String(some.length)} 项` : '全部采纳'}
    </Button>
  )
}
