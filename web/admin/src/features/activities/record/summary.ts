import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { moment, monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { rollCounts } from '../roll-counts.ts'
import type { Activity } from '../state.ts'

type Stage = Activity['stage']

/** What a step has become, or will become, in one line. */
export function summaryOf(stage: Stage, activity: Activity, done: boolean): string {
  return done ? recordOf(stage, activity) : intentions[stage]
}

function recordOf(stage: Stage, activity: Activity): string {
  const { startsAt, place, hostName, agenda, call, closure, minutes } = activity
  const counts = rollCounts(activity)
  const host = hostName ? `，${hostName}主持` : ''
  const others = [
    counts.exempt > 0 ? `，免到会 ${counts.exempt} 人` : '',
    counts.guest > 0 ? `，列席 ${counts.guest} 人` : '',
  ].join('')
  return {
    plan: `${monthDay(dayOf(startsAt))} ${timeOf(startsAt)}，${place || '线上'}${host}，${agenda.length} 项议程`,
    call: call ? `${moment(call.at)} 发出${readBy(call)}` : '没有发通知',
    roll: `应到 ${counts.due} 人，实到 ${counts.present} 人，请假 ${counts.excused} 人，缺席 ${counts.absent} 人${others}`,
    minutes: `${minutes.length} 字，完成 ${agenda.filter(({ isDone }) => isDone).length} 项议程`,
    closed: closure
      ? `${moment(closure.closedAt)} 由${closure.closedByName}关闭${closure.isLate ? '（逾期补录）' : ''}，记入 ${hours(closure.postedMinutes)} 学时`
      : '',
  }[stage]
}

/** Who called by word of mouth has nobody who could read it here. */
function readBy({ people, read }: NonNullable<Activity['call']>): string {
  return people > 0 ? `，${people} 人中 ${read} 人已读` : ''
}

const intentions: Record<Stage, string> = {
  plan: '定下时间、地点、主持人和议程。',
  call: '一次通知应到的每个人，并看到谁已读。',
  roll: '逐人点名，扫码只是补充。',
  minutes: '按议程写下要点和议定事项。',
  closed: '关闭后学时记入台账，更正须另记一笔。',
}
