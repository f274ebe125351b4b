import type { EntryOf, Output } from '@zhixing/contract'
import { observationSheet } from '@zhixing/contract/study-sheet.ts'
import { observationGrades, studyForms, studyRoles } from '@zhixing/contract/study-words.ts'
import { dayOf } from '../../kernel/calendar.ts'
import { fullDay, spanText } from '../../kernel/words.ts'
import { halfWords } from './rules/bulletin.ts'

type Group = Output<EntryOf<'studyGroups.show'>>
type Session = Output<EntryOf<'studyGroups.session'>>
type Bulletin = Output<EntryOf<'studyGroups.bulletins'>>['rows'][number]
type Observed = Output<EntryOf<'studyGroups.observations'>>['rows'][number]

const listed = (names: readonly string[]) => names.join('、') || '无'
const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

/** 年度学习计划 with who sits there and what is to be read. */
export function planFacts({ name, organizationName, year, plan, seats }: Group) {
  return {
    title: `${name}\n${String(year)}年度学习计划`,
    issuer: organizationName,
    day: plan?.adoptedOn ?? `${String(year)}-01-01`,
    chapters: [
      { title: '总体要求', lines: linesOf(plan?.intro ?? '') },
      {
        title: '成员',
        lines: [seats.map((seat) => `${seat.name}（${studyRoles[seat.role]}）`).join('、')],
      },
      {
        title: '学习安排',
        table: {
          head: ['月份', '专题', '形式', '主讲'],
          shares: [12, 50, 20, 18],
          rows: (plan?.topics ?? [])
            .toSorted((one, other) => one.month - other.month)
            .map(({ month, title, form, lead }) => [
              `${String(month)}月`,
              title,
              studyForms[form],
              lead,
            ]),
        },
      },
      {
        title: '重要书目',
        lines: (plan?.books ?? []).map(({ title, note }) =>
          note ? `《${title}》，${note}` : `《${title}》`,
        ),
      },
    ],
  }
}

/** 年度学习总结 and 考勤表, as they were filed and as the rolls say. */
export function yearFacts(group: Group) {
  const { name, organizationName, year, standing, filing } = group
  const { held, halfDays, due, present, observed, reported, overdue } = standing
  return {
    title: `${name}\n${String(year)}年学习情况`,
    issuer: organizationName,
    day: `${String(year)}-12-31`,
    facts: [
      ['学习次数', `${String(held)}次`],
      ['学习天数', `${String(halfDays / 2)}天`],
      ['应到人次', String(due)],
      ['实到人次', String(present)],
      ['被旁听', `${String(observed)}次`],
      ['一学一报', `已报${String(reported)}次，逾期${String(overdue)}次`],
    ] as const,
    chapters: [{ title: '报备的上年总结', lines: linesOf(filing.summary) }],
  }
}

/** 一学一报: what the record says, and what whoever keeps it added. */
export function reportFacts(session: Session) {
  const { title, groupName, organizationName, startsAt, endsAt, place, form, roll } = session
  const { speakers, topic, books, report, due, present, papers, hearing } = session
  const from = new Date(startsAt)
  const named = (mark: string) => roll.filter((one) => one.mark === mark).map(({ name }) => name)
  const away = roll
    .filter(({ mark }) => mark !== '到会')
    .map(({ name, mark, note }) => `${name}（${note || mark}）`)
  return {
    title: `${groupName}\n学习情况报告`,
    issuer: organizationName,
    day: dayOf(new Date(session.reportedAt ?? endsAt)),
    facts: [
      ['学习主题', title],
      ['学习形式', studyForms[form]],
      ['时间', spanText({ from, until: new Date(endsAt) })],
      ['地点', place],
      ['应到', `${String(due)}人`],
      ['实到', `${String(present)}人`],
      ['主讲、重点发言', speakers],
      ['计划专题', topic],
    ] as const,
    chapters: [
      { title: '到会人员', lines: [listed(named('到会'))] },
      { title: '未到会人员及原因', lines: [listed(away)] },
      {
        title: '学习材料',
        lines: [listed([...books.map((book) => `《${book}》`), ...papers.map((one) => one.name)])],
      },
      ...(hearing === '' ? [] : [{ title: '听取汇报', lines: [hearing] }]),
      { title: '研讨要点', lines: linesOf(report?.points ?? '') },
      { title: '形成的决议', lines: linesOf(report?.resolutions ?? '') },
      { title: '落实措施', lines: linesOf(report?.followUp ?? '') },
    ],
  }
}

/** What 会议记录 says of a sitting. */
export function minutesFacts(session: Session) {
  const { title, groupName, startsAt, endsAt, place, roll, due, minutes, resolution, speakers } =
    session
  const from = new Date(startsAt)
  return {
    organization: groupName,
    meeting: '集体学习',
    topic: title,
    time: spanText({ from, until: new Date(endsAt) }),
    day: dayOf(from),
    place,
    chair: speakers,
    recorder: '',
    due,
    present: roll.filter(({ mark }) => mark === '到会').map(({ name }) => ({ name })),
    absent: roll
      .filter(({ mark }) => mark !== '到会')
      .map(({ name, mark, note }) => ({ name, reason: note || mark })),
    guests: session.observers.map(({ name }) => ({ name, from: '列席旁听' })),
    agenda: [],
    speeches: [],
    record: minutes,
    ...(resolution === '' ? {} : { resolution: { text: resolution } }),
  }
}

/** What 签到册 says of a sitting. */
export function registerFacts(session: Session) {
  const { groupName, title, startsAt, endsAt, place, roll } = session
  const from = new Date(startsAt)
  return {
    organization: groupName,
    meeting: title,
    time: spanText({ from, until: new Date(endsAt) }),
    place,
    day: dayOf(from),
    lines: roll.map(({ name, mark, note }) => ({
      name,
      branch: '',
      signedAt: mark === '到会' ? mark : '',
      note: mark === '到会' ? note : note || mark,
    })),
  }
}

/** 旁听记录表, as it was filled in. */
export function observationFacts(seen: Observed, issuer: string) {
  const { name, groupName, title, startsAt, endsAt, answers, grade, score } = seen
  return {
    title: `${groupName}\n旁听记录`,
    issuer,
    day: dayOf(new Date(seen.observedAt ?? endsAt)),
    facts: [
      ['学习主题', title],
      ['时间', spanText({ from: new Date(startsAt), until: new Date(endsAt) })],
      ['旁听人', name],
      ['总体评价', grade ? `${observationGrades[grade]}（${String(score ?? 0)}分）` : ''],
    ] as const,
    chapters: observationSheet.questions.map(({ id, title: question, options }) => {
      const said = answers[id]
      const text = typeof said === 'number' ? String(said) : said
      const word = options.find((one) => one.id === text)?.text ?? text
      return { title: question, lines: typeof word === 'string' ? linesOf(word) : [] }
    }),
  }
}

/** 半年通报: the numbers of each group, as they were when it was issued. */
export function bulletinFacts({ year, half, rows, opinion, at }: Bulletin, issuer: string) {
  const word = halfWords[half === 1 ? 1 : 2]
  return {
    title: `关于${String(year)}年${word}党委（党组）理论学习中心组学习情况的通报`,
    issuer,
    day: dayOf(new Date(at)),
    recipients: ['各党委（党组）'],
    chapters: [
      {
        title: '总体情况',
        lines: [overall(rows, fullDay(dayOf(new Date(at))))],
      },
      {
        title: '各中心组学习情况',
        table: {
          head: ['中心组', '学习', '研讨', '到会率', '按期报', '旁听', '评分', '情况'],
          shares: [24, 7, 9, 10, 8, 8, 8, 26],
          rows: rows.map((row) => [
            row.name,
            String(row.held),
            `${String(row.discussions)}/${String(row.discussionsNeeded)}`,
            row.due === 0 ? '' : `${String(Math.round((row.present / row.due) * 100))}%`,
            String(row.inTime),
            String(row.observed),
            row.score === null ? '' : String(row.score),
            row.remark,
          ]),
        },
      },
      { title: '工作要求', lines: linesOf(opinion) },
    ],
  }
}

function overall(rows: Bulletin['rows'], day: string): string {
  const sum = (of: (row: Bulletin['rows'][number]) => number) =>
    String(rows.reduce((all, row) => all + of(row), 0))
  const short = rows.filter((row) => row.discussions < row.discussionsNeeded).length
  return (
    `截至${day}，${String(rows.length)}个中心组共学习${sum(({ held }) => held)}次，` +
    `其中集体研讨${sum(({ discussions }) => discussions)}次，列席旁听${sum(({ observed }) => observed)}次，` +
    `一学一报按期上报${sum(({ inTime }) => inTime)}次、迟报未报${sum(({ late }) => late)}次；` +
    `有${String(short)}个中心组集体研讨次数不足。`
  )
}
