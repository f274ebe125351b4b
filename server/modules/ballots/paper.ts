import type { EntryOf, Output } from '@zhixing/contract'
import { ballotMarks } from '@zhixing/contract/ballot-words.ts'

type State = Output<EntryOf<'ballots.show'>>

/** What 选票 says, as many as there are people there with a vote. */
export function slipsFacts({ organizationName, title, slip, electorate, openedOn }: State) {
  const { lines, marks, most, others } = slip
  const isApproval = marks.includes('abstained')
  const words = marks.map((mark) => ballotMarks[mark])
  return {
    organization: organizationName,
    title,
    day: openedOn,
    lines: lines.map(({ text }) => text),
    marks: words,
    emptyLines: others.length > 0 ? (most?.count ?? 1) : 0,
    notes: [
      `在${words.join('、')}的一栏里画“○”，每行只画一个${isApproval ? '；不画的按弃权计' : ''}。`,
      ...(most
        ? [`“${ballotMarks[most.mark]}”最多 ${String(most.count)} 个，多选的选票无效，少选有效。`]
        : []),
      ...(others.length > 0 ? ['另选他人的，把姓名写在“另选人”后面，并在赞成栏画“○”。'] : []),
    ],
    copies: electorate.present,
  }
}
