import { monthDay } from '../../../../kernel/words.ts'
import { dueAt } from '../../../campaigns/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

type Due = Awaited<ReturnType<typeof dueAt>>[number]

/** What an organization owes in the campaigns that run, and what waits for its word there. */
export async function campaignTodos({ db, today, organization, may }: Place): Promise<Todo[]> {
  const due = await dueAt(db, organization, today)
  return due.flatMap((one) => [
    ...(may('activities.organize') ? one.asks.map((ask) => holding(one, ask)) : []),
    ...(may('campaigns.answer') ? one.returns.map((own) => giving(one, own)) : []),
    ...(may('campaigns.answer') ? putting(one) : []),
    ...(may('campaigns.judge') ? deciding(one) : []),
  ])
}

function holding(
  { campaign }: Due,
  { ask, phase, held, rule, isOverdue }: Due['asks'][number],
): Todo {
  return {
    key: `campaign:ask:${ask.askId}`,
    what: `${isOverdue ? '补开' : '开展'}${ask.title}（还差 ${ask.count - held} 次）`,
    why: `${phase.name}阶段 ${monthDay(phase.until)} 结束；${rule}`,
    clause: campaign.title,
    deadline: phase.until,
    action: '看欠什么',
    to: `/campaigns/${campaign.id}?part=owed`,
  }
}

function giving({ campaign }: Due, { form, given, state }: Due['returns'][number]): Todo {
  return {
    key: `campaign:return:${form.returnFormId}`,
    what: `${state === 'sentBack' ? '更正' : '报送'}“${form.title}”`,
    why: given?.sentBack ? `上级退回：${given.sentBack}` : `${monthDay(form.dueOn)}前报送`,
    clause: campaign.title,
    deadline: form.dueOn,
    action: '去报送',
    to: `/campaigns/${campaign.id}?part=owed&open=${form.returnFormId}`,
  }
}

function putting({ campaign, findings }: Due): Todo[] {
  const [first] = findings
  if (!first) return []
  const back = findings.filter(({ state }) => state === 'sentBack').length
  return [
    {
      key: `campaign:findings:${campaign.id}`,
      what: `整改 ${findings.length} 个检视出的问题`,
      why: `${back > 0 ? `其中 ${back} 个被退回；` : ''}最早的应在 ${monthDay(first.dueOn)}前整改`,
      clause: campaign.title,
      deadline: first.dueOn,
      action: '看台账',
      to: `/campaigns/${campaign.id}?part=findings`,
    },
  ]
}

function deciding({ campaign, toClose, toJudge }: Due): Todo[] {
  const closing = toClose.map(() => ({
    key: `campaign:close:${campaign.id}`,
    what: `${toClose.length} 个整改问题待销号`,
    why: '下级已报告整改结果，核实后销号或退回',
    clause: campaign.title,
    deadline: null,
    action: '去销号',
    to: `/campaigns/${campaign.id}?part=findings&state=reported`,
  }))
  const judging = {
    key: `campaign:judge:${campaign.id}`,
    what: `评审 ${toJudge} 件作品`,
    why: '下级报送和推荐上来的，打分后推荐到上一级或入选',
    clause: campaign.title,
    deadline: null,
    action: '去评审',
    to: `/campaigns/${campaign.id}?part=entries`,
  }
  return [...closing.slice(0, 1), ...(toJudge > 0 ? [judging] : [])]
}
