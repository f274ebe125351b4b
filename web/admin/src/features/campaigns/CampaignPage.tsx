import { campaignKinds, campaignStates } from '@zhixing/contract/campaign-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SideBar } from '../../ui/Sides.tsx'
import { Page } from '../../ui/Page.tsx'
import { ArrangeForm } from './ArrangeForm.tsx'
import { Board } from './Board.tsx'
import { Closing } from './Closing.tsx'
import { Entries } from './Entries.tsx'
import { Findings } from './Findings.tsx'
import { Owed } from './Owed.tsx'
import { People } from './People.tsx'
import { Plan } from './Plan.tsx'
import { Returns } from './Returns.tsx'
import type { Campaign } from './campaign.ts'

/** One campaign, part by part; what a branch owes is the first that a branch sees. */
export function CampaignPage() {
  const { organizationId } = useOrganization()
  const { campaignId } = useParams({ from: '/shell/campaigns/$campaignId' })
  const { part } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const answer = useAnswer('campaigns.show', { campaignId, organizationId })
  return (
    <Page>
      <Answered answer={answer}>
        {(campaign) => {
          const parts = partsOf(campaign)
          const chosen = parts.find(({ key }) => key === part) ?? parts[0]
          return (
            <>
              <Headline campaign={campaign} />
              <SideBar
                label="集中教育的各部分"
                links={parts.map(({ key, word }) => (
                  <Link
                    key={key}
                    to="/campaigns/$campaignId"
                    params={{ campaignId }}
                    search={{ part: key }}
                    aria-current={chosen?.key === key ? 'page' : undefined}
                    activeProps={{}}
                  >
                    {word}
                  </Link>
                ))}
              >
                <LinkButton to="/campaigns">全部集中教育</LinkButton>
              </SideBar>
              <Part key={chosen?.key} part={chosen?.key ?? 'plan'} campaign={campaign} />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function partsOf({ state, traits, isBranch, can }: Campaign) {
  const isBegun = state !== 'draft'
  return [
    { key: 'board', word: '进展', isShown: isBegun && !isBranch },
    { key: 'owed', word: '本组织要做的', isShown: isBegun },
    { key: 'plan', word: '安排', isShown: true },
    { key: 'returns', word: '回执', isShown: isBegun },
    { key: 'findings', word: '检视整改', isShown: isBegun && traits.hasFindings },
    { key: 'entries', word: '参评作品', isShown: isBegun && traits.hasEntries },
    { key: 'people', word: '人员', isShown: isBegun && traits.hasTarget },
    { key: 'arrange', word: '修改安排', isShown: can.manage },
    { key: 'closing', word: '总结', isShown: isBegun && !isBranch },
  ].filter(({ isShown }) => isShown)
}

function Part({ part, campaign }: { part: string; campaign: Campaign }) {
  if (part === 'board') return <Board campaign={campaign} />
  if (part === 'owed') return <Owed campaign={campaign} />
  if (part === 'returns') return <Returns campaign={campaign} />
  if (part === 'findings') return <Findings campaign={campaign} />
  if (part === 'entries') return <Entries campaign={campaign} />
  if (part === 'people') return <People campaign={campaign} />
  if (part === 'arrange') return <ArrangeForm key={campaign.version} campaign={campaign} />
  if (part === 'closing') return <Closing campaign={campaign} />
  return <Plan campaign={campaign} />
}

function Headline({ campaign }: { campaign: Campaign }) {
  const { campaignId, version, title, kind, organizationName, state, phaseName, tally } = campaign
  const { message } = App.useApp()
  const launch = useAct('campaigns.launch')
  const begin = () =>
    launch.mutate(
      { campaignId, version },
      {
        onSuccess: ({ organizations, people }) =>
          void message.success(`已发动：${organizations} 个组织，通知 ${people} 名党员`),
      },
    )
  const late = tally.returnsOverdue + tally.findingsOverdue
  return (
    <Sentence
      note={`${organizationName} · ${campaignKinds[kind]} · ${campaign.from} 至 ${campaign.until}`}
      step={
        state === 'draft' && campaign.can.manage ? (
          <Button type="primary" loading={launch.isPending} onClick={begin}>
            发动
          </Button>
        ) : undefined
      }
    >
      {title}：{state === 'running' ? (phaseName ?? '进行中') : campaignStates[state]}
      {state === 'draft' ? null : (
        <>
          ，活动开展 <Count of={tally.held} /> / {tally.asked} 次
          {late > 0 ? (
            <>
              ，逾期 <Count of={late} stress /> 项
            </>
          ) : null}
        </>
      )}
      。
    </Sentence>
  )
}
