import type { EntryOf, Output } from '@zhixing/contract'
import {
  budgetLines,
  courseRoles,
  enrolmentResults,
  enrolmentStates,
  learnerKinds,
  lecturerRanks,
  sessionKinds,
} from '@zhixing/contract/class-words.ts'
import { spanText } from '../../../kernel/words.ts'

type Column = { readonly heading: string; readonly width: number }
export type Sheet = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const columns = (...headings: readonly string[]): Column[] =>
  headings.map((heading) => ({ heading, width: 12 }))

/** 名册: who had a seat, who waited, who left, and what came of it. */
export function rosterSheet({ rows }: Pick<Output<EntryOf<'enrolments.list'>>, 'rows'>): Sheet {
  return {
    name: '学员名册.csv',
    columns: columns(
      '姓名',
      '党组织或单位',
      '身份',
      '状态',
      '成绩',
      '结果',
      '说明',
      '技能证书或就业',
    ),
    rows: rows.map((one) => [
      one.name,
      one.organizationName,
      learnerKinds[one.learnerKind],
      enrolmentStates[one.state],
      one.score,
      one.result ? enrolmentResults[one.result] : '',
      one.resultReason === '' ? one.reason : one.resultReason,
      one.outcome,
    ]),
  }
}

/** 课程表与点名 */
export function timetableSheet({
  sessions,
}: Pick<Output<EntryOf<'timetables.show'>>, 'sessions'>): Sheet {
  return {
    name: '课程表和考勤.csv',
    columns: columns(
      '时间',
      '课次',
      '方式',
      '性质',
      '授课人',
      '地点',
      '应到',
      '实到',
      '请假',
      '缺席',
      '讨论小结',
    ),
    rows: sessions.map((one) => [
      spanText({ from: new Date(one.startsAt), until: new Date(one.endsAt) }),
      one.title,
      sessionKinds[one.kind],
      courseRoles[one.role],
      one.lecturerName,
      one.place,
      one.due,
      one.present,
      one.excused,
      one.absent,
      one.summary,
    ]),
  }
}

/** 结算 */
export function settlementSheet({
  bills,
  lines,
}: Pick<Output<EntryOf<'settlements.show'>>, 'bills' | 'lines'>): Sheet {
  return {
    name: '经费结算.csv',
    columns: columns('日期', '项目', '收款人', '职称', '学时', '金额（元）', '上限（元）', '说明'),
    rows: [
      ...bills.map((one) => [
        one.day,
        budgetLines[one.line],
        one.payee,
        one.line === 'lecturer' ? lecturerRanks[one.rank] : '',
        one.hours || null,
        one.fen / 100,
        null,
        one.note,
      ]),
      ...lines.map((one) => ['', one.name, '', '', null, one.fen / 100, one.capFen / 100, one.sum]),
    ],
  }
}

type Approval = {
  readonly [
    K in 'startedByName' | 'startedAt' | 'stepName' | 'outcomeName' | 'reason' | 'byName' | 'at'
  ]: string
}

/** 审批过程 */
export function approvalSheet(log: readonly Approval[]): Sheet {
  return {
    name: '审批过程.csv',
    columns: columns('提交人', '提交时间', '步骤', '结果', '理由', '办理人', '办理时间'),
    rows: log.map((one) => [
      one.startedByName,
      one.startedAt,
      one.stepName,
      one.outcomeName,
      one.reason,
      one.byName,
      one.at,
    ]),
  }
}
