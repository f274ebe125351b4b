import { buffer } from 'node:stream/consumers'
import { diceOf } from '../demo/dice.ts'
import { personIn } from '../demo/people.ts'
import { writeXlsx } from '../kernel/sheets/index.ts'
import type { Organization } from './world.ts'

export const rosterSize = 1_000

/** What is wrong in the workbook, on purpose, one row each. */
export const faults = ['check digit', 'unknown branch', 'birth contradicts ID', 'twice in the file']

const headings = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '公民身份证号',
  '出生日期',
  '学历',
  '人员类别',
  '所在党支部',
  '入党时间',
  '转正时间',
  '工作岗位',
  '联系电话',
  '家庭住址',
  '党籍状态',
]

/** A roster as the national system's family exports it, with four rows that cannot be right. */
export async function rosterOf(branches: readonly Organization[], today: string): Promise<Buffer> {
  const dice = diceOf(7)
  const rows = Array.from({ length: rosterSize }, (_, at) => {
    const branch = branches[at % branches.length]
    if (!branch) throw new Error('a roster needs branches')
    const person = personIn(branch, at + 1, today, dice)
    return [
      String(at + 1),
      person.name,
      person.sex === 'male' ? '男' : '女',
      '汉族',
      person.idNumber,
      person.bornOn.replaceAll('-', ''),
      person.education,
      person.stage === 'full' ? '正式党员' : '预备党员',
      branch.name,
      person.joinedOn.replaceAll('-', '.'),
      person.confirmedOn ?? '',
      person.occupation,
      person.phone,
      person.address,
      '正常',
    ]
  })
  spoil(rows, 10, 4, (id) => `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`)
  spoil(rows, 20, 8, () => '不存在的党支部')
  spoil(rows, 30, 5, () => '19000101')
  const [first] = rows
  if (first) rows[40] = [...first]

  const columns = headings.map((heading) => ({ heading, width: 10 }))
  return buffer(writeXlsx('党员名册', columns, chunksOf(rows)))
}

function spoil(rows: string[][], row: number, column: number, change: (text: string) => string) {
  const cells = rows[row]
  if (cells) cells[column] = change(cells[column] ?? '')
}

async function* chunksOf(rows: readonly (readonly string[])[]) {
  for (let from = 0; from < rows.length; from += 200) yield rows.slice(from, from + 200)
}
