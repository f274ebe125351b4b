import { idNumberOf } from './citizens.ts'

export const rollHeadings = [
  '姓名',
  '性别',
  '民族',
  '公民身份证号',
  '出生日期',
  '学历',
  '人员类别',
  '所在党支部',
  '加入党组织日期',
  '转为正式党员日期',
  '工作岗位',
  '联系电话',
  '家庭住址',
  '党籍状态',
  '是否失联',
  '是否流动党员',
] as const
type Heading = (typeof rollHeadings)[number]
export type Line = Partial<Record<Heading, string>>

const surnames = Array.from('赵钱孙李周吴郑王冯陈')
const givenNames = Array.from('白杨青松明月春风秋实夏荷冬雪')

function sign(signs: readonly string[], at: number): string {
  return signs[at % signs.length] ?? ''
}

/** The cells of an invented member, different for each number, sound unless a cell is given otherwise. */
export function lineOf(number: number, branch: string, changes: Line = {}): string[] {
  const name = sign(surnames, number) + sign(givenNames, number) + sign(givenNames, number >> 3)
  const year = 1950 + (number % 45)
  // A serial number has three digits: past that, people are born in another month.
  const month = String(6 + Math.floor(number / 45_000)).padStart(2, '0')
  const born = `${year}-${month}-15`
  const serial = Math.floor(number / 45) % 1000
  const sound: Record<Heading, string> = {
    姓名: name,
    性别: serial % 2 === 1 ? '男' : '女',
    民族: '汉族',
    公民身份证号: idNumberOf(born, serial),
    出生日期: born,
    学历: '大学毕业',
    人员类别: '正式党员',
    所在党支部: branch,
    加入党组织日期: `${year + 20}-07-01`,
    转为正式党员日期: `${year + 21}-07-01`,
    工作岗位: '村干部',
    联系电话: `138${String(number).padStart(8, '0')}`,
    家庭住址: `禾岭县稻香镇${number} 号`,
    党籍状态: '正常',
    是否失联: '否',
    是否流动党员: '否',
  }
  return rollHeadings.map((heading) => ({ ...sound, ...changes })[heading])
}
