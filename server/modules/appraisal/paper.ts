import type { Output } from '@zhixing/contract'
import type { contract } from '@zhixing/contract'
import {
  appraisalGrades,
  appraisalHeadings,
  appraisalRoles,
  headingMarks,
} from '@zhixing/contract/appraisal-words.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { sexes } from '@zhixing/contract/words.ts'

type Round = Output<typeof contract.appraisal.show>
type Person = Output<typeof contract.appraisal.person>
type Votes = NonNullable<Person['votes']>

const grades = ['excellent', 'qualified', 'basic', 'failed'] as const
const headings = ['politics', 'discipline', 'virtue', 'service'] as const

/** 优秀 8 票，合格 3 票…, as it stands on a form. */
function votesWords(votes: Votes): string {
  return grades.map((grade) => `${appraisalGrades[grade]} ${votes[grade]} 票`).join('，')
}

function gradeWords(role: Person['role'], grade: AppraisalGrade | null): string {
  if (role !== 'graded') return role === 'ungraded' ? '不定等次' : '不参加'
  return grade ? appraisalGrades[grade] : ''
}

/** 民主评议党员登记表 of one person: what they said, what the others said, the votes, and the branch's word. */
export function formFacts(person: Person, day: string) {
  const { organizationName, year, name, sex, bornOn, joinedOn, role, grade } = person
  return {
    organization: organizationName,
    title: `${year}年度民主评议党员登记表`,
    day,
    facts: [
      ['姓名', name],
      ['性别', sexes[sex]],
      ['出生年月', bornOn.slice(0, 7)],
      ['入党时间', joinedOn ?? ''],
      ['参加情况', appraisalRoles[role]],
      ['评议等次', gradeWords(role, grade)],
    ] satisfies [string, string][],
    chapters: [
      { title: '个人自评', lines: selfLines(person) },
      {
        title: '党员互评意见',
        lines: person.opinions.map(
          ({ raterName, grade: given, comment }) =>
            `${raterName}${given ? `（${appraisalGrades[given]}）` : ''}：${comment}`,
        ),
      },
      { title: '民主测评', lines: person.votes ? [`${votesWords(person.votes)}。`] : [] },
      { title: '支部评价', lines: branchLines(person) },
      { title: '本人意见', lines: person.reply ? [person.reply] : [] },
    ],
    opinions: ['党支部（盖章）', '本人签名'],
  }
}

function selfLines({ self, definition, role }: Person): string[] {
  if (!self) return []
  const said = definition.questions.flatMap(({ id, title, kind, options }) => {
    const answer = self.answers[id]
    if (typeof answer !== 'string') return []
    const words = kind === 'single' ? options.find((one) => one.id === answer)?.text : answer
    return [`${title}：${words ?? ''}`]
  })
  const own = role === 'graded' ? [`自评等次：${gradeWords(role, self.grade)}`] : []
  return [...said, `总的评价：${self.summary}`, ...own]
}

function branchLines({ headings: marks, opinion, isConcluded, role, grade }: Person): string[] {
  if (!isConcluded) return []
  const said = marks
    ? [headings.map((key) => `${appraisalHeadings[key]}：${headingMarks[marks[key]]}`).join('；')]
    : []
  return [...said, `${opinion}。等次：${gradeWords(role, grade)}。`]
}

/** 汇总表 of a branch. */
export function summaryFacts(round: Round, day: string) {
  const { organizationName, year, meeting, ballot, graded, excellent, excellentMost } = round
  return {
    organization: organizationName,
    year,
    day,
    sentences: [
      ...(meeting ? [`评议会议：${meeting.title}，${meeting.startsAt.slice(0, 10)}。`] : []),
      ...(ballot?.sentence ? [turnout(ballot.sentence)] : []),
      `参加定等 ${graded} 人，优秀 ${excellent} 人（按规定最多 ${excellentMost} 人）。`,
    ],
    lines: round.people.map(({ name, role, roleNote, votes, grade }) => ({
      name,
      votes: votes ? grades.map((key) => votes[key]) : null,
      grade: gradeWords(role, grade),
      note: roleNote,
    })),
  }
}

/** How many came and how many slips there were; the votes of each stand in the table. */
function turnout(sentence: string): string {
  return `${sentence.split('：')[0] ?? ''}。`
}
