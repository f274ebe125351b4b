import type { Day } from '../kernel/calendar.ts'
import { addDays } from '../kernel/calendar.ts'

type DemoItem =
  | { readonly kind: 'article'; readonly title: string; readonly body: string }
  | {
      readonly kind: 'document'
      readonly title: string
      readonly minutes: number
      readonly pages: readonly (readonly string[])[]
    }
  | { readonly kind: 'live'; readonly title: string; readonly inDays: number }
  | { readonly kind: 'quiz'; readonly title: string }
  | { readonly kind: 'package'; readonly title: string }

export type DemoCourse = {
  readonly title: string
  readonly summary: string
  readonly genre: 'lesson' | 'material' | 'case' | 'micro' | 'policy'
  readonly category: 'theory' | 'discipline' | 'law' | 'skill' | 'situation' | 'local'
  readonly state: 'published' | 'inReview' | 'draft'
  readonly authorName: string
  readonly creditMinutes: number
  readonly tags: readonly string[]
  readonly releasedOn: Day
  readonly items: readonly DemoItem[]
  readonly caseStudy?: {
    readonly place: string
    readonly lesson: string
    readonly questions: readonly string[]
  }
}

/** A library as it begins: some released, one that waits for a second pair of eyes, one that is being written. */
export function demoCourses(today: Day): readonly DemoCourse[] {
  const releasedOn = addDays(today, -60)
  const released = { state: 'published', releasedOn } as const
  return [
    { ...meeting, ...released },
    { ...pruning, ...released },
    { ...wedding, ...released },
    { ...fraud, ...released },
    { ...rivers, ...released, state: 'inReview' },
    { ...accounts, ...released, state: 'draft' },
  ]
}

type Plain = Omit<DemoCourse, 'state' | 'releasedOn'>

const meeting: Plain = {
  title: '怎样开好支部党员大会',
  summary: '会前定议题、会中讲清楚、会后有人办。适合支部委员和新任书记。',
  genre: 'lesson',
  category: 'discipline',
  authorName: '县委党校教研室',
  creditMinutes: 30,
  tags: ['支部工作', '三会一课'],
  items: [
    {
      kind: 'article',
      title: '会前三件事',
      body: [
        '<h2>一、议题先在支委会上过一遍</h2><p>提前一周把议题交支委会讨论，能当场定的当场定，需要征求意见的分头去听。议题不宜多，一次两三个，讲透比讲全要紧。</p>',
        '<h2>二、通知要让每个人收到</h2><p>时间、地点、议题写清楚。年老的同志打电话，在外的同志发信息，请假的当天登记理由。</p>',
        '<h2>三、材料提前发</h2><p>要表决的事项，把前后经过和几种办法的利弊写成一页纸。大家带着想法来，会才开得短、开得实。</p>',
        '<blockquote>会开得好不好，看散会以后有没有人去办。</blockquote>',
      ].join(''),
    },
    {
      kind: 'document',
      title: '党员大会流程图解',
      minutes: 20,
      pages: [
        ['党员大会流程', '清点人数，说明应到、实到和请假', '宣布议题，逐项讨论'],
        ['表决和记录', '表决前让每个人都有机会发言', '决议要写明谁来办、什么时候办完'],
        ['会后', '三天内公布决议', '下次会议先听上次的落实情况'],
      ],
    },
    { kind: 'quiz', title: '学完测一测' },
  ],
}

const pruning: Plain = {
  title: '果树冬季修剪入门',
  summary: '先看图，再听农技员在果园里讲。种果的党员带着邻居一起学。',
  genre: 'material',
  category: 'skill',
  authorName: '县农技推广站',
  creditMinutes: 60,
  tags: ['实用技术', '果园'],
  items: [
    {
      kind: 'document',
      title: '修剪图册',
      minutes: 25,
      pages: [
        ['先认枝', '分清结果枝、营养枝和徒长枝', '剪前绕树走一圈'],
        ['再下剪', '先大枝后小枝，先上部后下部', '剪口平滑，当天涂药'],
      ],
    },
    { kind: 'live', title: '果园现场直播答疑', inDays: 3 },
  ],
}

const wedding: Plain = {
  title: '一场简办的婚礼',
  summary: '一位党员给儿子办婚事，从三十桌减到八桌，邻里怎么看？',
  genre: 'case',
  category: 'local',
  authorName: '荷塘村党支部',
  creditMinutes: 1,
  tags: ['移风易俗'],
  caseStudy: {
    place: '荷塘村',
    lesson: '党员带头，规矩才立得住；先说服自家人，再去劝邻居。',
    questions: ['家里老人不同意，怎么做工作？', '人情往来的账，怎样才能少记一笔？'],
  },
  items: [
    {
      kind: 'article',
      title: '事情的经过',
      body: [
        '<p>去年腊月，老党员给儿子办婚事。按村里的老例，要摆三十桌，连吃两天。他和老伴、亲家商量了三个晚上，最后定下八桌，一天办完，烟不上桌。</p>',
        '<p>头一个反对的是他的哥哥，说面子上过不去。他把这两年村里办事花的钱一笔笔算给哥哥听：一户人家一年随礼要花掉三成收入。</p>',
        '<p>婚礼那天，支部送了一块写着祝福的牌匾。开春以后，又有四户人家照这个样子办了喜事。</p>',
      ].join(''),
    },
  ],
}

const fraud: Plain = {
  title: '不上当：防电信网络诈骗',
  summary: '五页互动课件，边看边选，十分钟学完。',
  genre: 'micro',
  category: 'law',
  authorName: '县公安局反诈宣讲队',
  creditMinutes: 10,
  tags: ['平安', '老年人'],
  items: [{ kind: 'package', title: '互动课件' }],
}

const rivers: Plain = {
  title: '河道巡查怎么做',
  summary: '巡什么、怎么记、发现问题找谁。',
  genre: 'lesson',
  category: 'local',
  authorName: '东河镇水利服务站',
  creditMinutes: 1,
  tags: ['巡河'],
  items: [
    {
      kind: 'article',
      title: '巡河三看',
      body: '<p>一看水面有没有漂浮物和死鱼，二看岸边有没有新的排污口，三看护堤有没有塌陷。看到的当场拍照，写明地点和时间，当天报给镇水利服务站。</p><p>巡河不是散步，走到哪里就记到哪里。一个月下来，把记录放在一起看，问题多的河段就清楚了。</p>',
    },
  ],
}

const accounts: Plain = {
  title: '党费收缴一本账',
  summary: '',
  genre: 'lesson',
  category: 'discipline',
  authorName: '',
  creditMinutes: 0,
  tags: [],
  items: [],
}
