import { ballotWays } from '@zhixing/contract/ballot-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Radio, Select } from 'antd'
import { today } from '../../format/day-said.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Election } from './ElectionPanel.tsx'

type Props = { election: Election }

function turnOf({ unitId, electionId, version }: Election) {
  return { unitId, electionId, version }
}

export function ApproveForm({ election }: Props) {
  return (
    <ActForm
      act="elections.approve"
      draft=""
      initial={{ approvedOn: today() }}
      input={(values: { approvedBy: string; approvedOn: string }) => ({
        ...turnOf(election),
        ...values,
      })}
      submit="批复"
      done={() => undefined}
    >
      <Form.Item
        name="approvedBy"
        label="批复的党组织和文号"
        rules={[{ required: true, message: '写明批复的党组织和文号' }]}
      >
        <Input maxLength={200} placeholder="例：禾岭乡党委〔2026〕12号" />
      </Form.Item>
      <Form.Item name="approvedOn" label="批复日期">
        <Input type="date" max={today()} />
      </Form.Item>
    </ActForm>
  )
}

type Opening = { activityId: string; way: keyof typeof ballotWays; memberIds?: string[] }

/** Slips at a members' meeting whose record is open; a further round is about the seats that nobody has. */
export function OpenForm({ election }: Props) {
  const { meetings, rounds, mayStand, open, activityId } = election
  if (meetings.length === 0)
    return (
      <>
        <p>选举在党员大会上进行。先安排一次党员大会，点完名再来发票。</p>
        <LinkButton to="/meetings/month">去本月组织生活</LinkButton>
      </>
    )
  const isFurther = rounds.some(({ state }) => state === 'closed')
  return (
    <ActForm
      act="elections.open"
      draft=""
      initial={{ activityId: activityId ?? meetings[0]?.activityId ?? '', way: 'electronic' }}
      input={({ memberIds = [], ...values }: Opening) => ({
        ...turnOf(election),
        ...values,
        memberIds,
      })}
      submit={rounds[0]?.state === 'open' ? '后到的人也发票' : `发票，选 ${String(open)} 名`}
      done={() => undefined}
      isSecond={rounds[0]?.state === 'open'}
    >
      <Form.Item name="activityId" label="在哪次党员大会上">
        <Select
          options={meetings.map(({ activityId: value, title, day }) => ({
            value,
            label: `${day} ${title}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="way" label="方式">
        <Radio.Group options={choicesOf(ballotWays)} />
      </Form.Item>
      {isFurther ? (
        <Form.Item name="memberIds" label="这一轮的候选人（不选就是上一轮票数相等的人）">
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={mayStand.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          />
        </Form.Item>
      ) : null}
    </ActForm>
  )
}

type Seats = Record<string, keyof typeof posts>

/** A post for each who was elected; what stands here becomes the committee of the branch. */
export function ConcludeForm({ election }: Props) {
  const { winners, scope } = election
  const usual: keyof typeof posts = scope === 'secretary' ? 'secretary' : 'officer'
  const initial: Seats = Object.fromEntries(winners.map(({ memberId }) => [memberId, usual]))
  return (
    <ActForm
      act="elections.conclude"
      draft=""
      initial={initial}
      input={(seats: Seats) => ({
        ...turnOf(election),
        holders: winners.map(({ memberId }) => ({ memberId, post: seats[memberId] ?? usual })),
      })}
      submit="登记班子"
      done={() => undefined}
    >
      {winners.map(({ memberId, name }) => (
        <Form.Item key={memberId} name={memberId} label={name}>
          <Select options={choicesOf(posts)} />
        </Form.Item>
      ))}
    </ActForm>
  )
}

export function WithdrawForm({ election }: Props) {
  return (
    <>
      <h3>撤销</h3>
      <ActForm
        act="elections.withdraw"
        draft=""
        initial={{}}
        input={({ reason }: { reason: string }) => ({ ...turnOf(election), reason })}
        submit="撤销选举"
        done={() => undefined}
        isSecond
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
          <Input maxLength={200} />
        </Form.Item>
      </ActForm>
    </>
  )
}
