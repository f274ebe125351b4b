import { sql } from 'drizzle-orm'
import { members } from '../../members/table.ts'
import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { aboveTheBranch } from './windows.ts'

/** The plan of 2019: one class by the superior between the start of probation and a year after confirmation. */
export const newMember = declareTimes({
  key: 'newMember',
  rule: 'training.new_member.window',
  ledger: 'member',
  sentence: '新党员从入党到转正后 {值}内至少参加 1 次上级党组织举办的集中培训',
  source: 'class',
  levels: aboveTheBranch,
  window: (frame) => ({
    from: sql`${members.joinedOn}`,
    until: sql`coalesce(${members.confirmedOn}, ${members.joinedOn} + interval '12 months')
      + make_interval(months => ${numberAt(frame, 'training.new_member.window')})`,
    due: sql`1`,
  }),
})
