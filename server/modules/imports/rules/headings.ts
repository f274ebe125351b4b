import { keysOf } from '@zhixing/contract'
import type { ImportField } from '@zhixing/contract'

/** Every name by which a column is known in the family of the national system and in the tables branches keep. */
const aliases: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['姓名', '党员姓名', '名字'],
  sex: ['性别', '性别代码'],
  ethnicity: ['民族', '民族代码'],
  idNumber: [
    '公民身份证号',
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '公民身份证号码',
    '证件号码',
    '身份证',
  ],
  bornOn: ['出生日期', '出生年月', '出生年月日', '生日'],
  education: ['学历', '学历代码', '文化程度', '最高学历'],
  stage: ['人员类别', '党员类别', '党员类型', '政治面貌', '党员状态', '类别'],
  branch: [
    '所在党支部',
    '所在支部',
    '党支部',
    '党支部名称',
    '支部名称',
    '所属党支部',
    '所属支部',
    '党组织名称',
    '所在党组织',
    '组织名称',
    '支部',
    '党员所在党支部',
  ],
  branchCode: ['党支部代码', '党组织代码', '组织代码', '支部代码', '所在党支部代码', '党组织编码'],
  parent: ['上级党组织', '所属党委', '党委名称', '基层党委', '上级党委', '所在党委'],
  joinedOn: [
    '加入党组织日期',
    '入党时间',
    '入党日期',
    '加入中共组织的时间',
    '加入党组织时间',
    '加入中国共产党日期',
    '入党年月',
  ],
  confirmedOn: ['转为正式党员日期', '转正时间', '转正日期', '转为正式党员时间', '转正年月'],
  occupation: ['工作岗位', '工作岗位代码', '职业', '岗位', '工作单位及职务', '单位及职务', '职务'],
  employment: ['从业状况', '从业情况', '就业状况', '在职状况', '在职情况'],
  phone: ['联系电话', '手机', '手机号', '手机号码', '电话', '联系方式', '移动电话', '联系电话手机'],
  landline: ['固定电话', '固话', '联系电话固话', '座机'],
  address: ['家庭住址', '住址', '现居住地', '家庭地址', '居住地址', '现住址'],
  membership: ['党籍状态', '党籍'],
  isLost: ['是否失联', '是否失联党员', '失联党员', '是否失去联系'],
  lostSince: ['失去联系日期', '失联日期', '失联时间', '失去联系时间'],
  isFloating: ['是否流动党员', '流动党员', '是否流动', '是否为流动党员'],
  floatingSince: ['外出日期', '外出时间', '流出日期', '流出时间', '流动开始日期'],
  floatingTo: ['外出流向', '流向', '外出地点', '流入地', '外出流向省市县', '流动去向'],
}

/** Columns of longer exports that are kept under their own name, beside the sixteen items. */
const further = new Set([
  '学位',
  '党龄',
  '党龄校正值',
  '新社会阶层类型',
  '从事专业技术职务',
  '是否农民工',
  '籍贯',
  '入党类型',
  '转正情况',
  '入党时所在支部',
  '延长预备期时间',
  '党员增加信息',
  '党员减少信息',
  '申请入党日期',
  '参加工作日期',
  '毕业院校',
  '专业',
  '失联原因',
])

const fieldOfAlias = new Map(
  keysOf(aliases).flatMap((field) => aliases[field].map((name) => [name, field] as const)),
)

/** Every heading that says something here, as it is compared. */
export const knownHeadings: readonly string[] = [...fieldOfAlias.keys(), ...further]

/** Without these there is nothing to read; the branch may be left out where the file is for one branch. */
export const requiredFields: readonly ImportField[] = ['name', 'idNumber', 'branch', 'joinedOn']

export function isKnownHeading(heading: string): boolean {
  return fieldOfHeading(heading) !== undefined || further.has(heading)
}

/** What a heading means, with what stands in brackets behind it left out: "学历（代码）" is 学历. */
export function fieldOfHeading(heading: string): ImportField | undefined {
  const bare = heading.replace(/[（(【[].*$/, '')
  return (
    fieldOfAlias.get(heading) ??
    fieldOfAlias.get(heading.replace(/[（()）【】[\]]/g, '')) ??
    fieldOfAlias.get(bare)
  )
}

export type GuessedColumn = {
  readonly heading: string
  readonly field: ImportField | null
  readonly isMore: boolean
}

/** What every column is taken for: what somebody chose, else what its heading says; of two alike, the first. */
export function guessColumns(
  headings: readonly string[],
  chosen: Readonly<Record<string, ImportField | null>>,
): GuessedColumn[] {
  const taken = new Set(Object.values(chosen))
  return headings.map((heading, column) => {
    const choice = chosen[String(column)]
    if (choice !== undefined) return { heading, field: choice, isMore: false }

    const field = fieldOfHeading(heading)
    if (!field || taken.has(field)) return { heading, field: null, isMore: further.has(heading) }
    taken.add(field)
    return { heading, field, isMore: false }
  })
}

/** The words for what is missing to read anything. */
export function missingFields(
  columns: readonly GuessedColumn[],
  isOneBranch: boolean,
): ImportField[] {
  const present = new Set(columns.map(({ field }) => field))
  if (isOneBranch || present.has('branchCode')) present.add('branch')
  return requiredFields.filter((field) => !present.has(field))
}
