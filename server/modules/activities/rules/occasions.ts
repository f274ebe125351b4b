import type { contentCategories, studyMethods } from '@zhixing/contract/words.ts'
import { occasionNames } from '@zhixing/contract/life-words.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

export type OccasionKey = keyof typeof occasionNames

type Occasion = {
  readonly key: OccasionKey
  /** "07-01"; the day of 清明 follows the sun. */
  readonly day: string
  /** What a branch could do on it, as the title of its activity and of the study in it. */
  readonly title: string
  readonly idea: string
  readonly method: keyof typeof studyMethods
  readonly category: keyof typeof contentCategories
  /** By which decision the day is commemorated. */
  readonly source: string
}

const holidays = '《全国年节及纪念日放假办法》（国务院）'
const congress = '全国人民代表大会常务委员会'

/** The calendar of days that a branch may take as the occasion of an activity. */
const occasions: readonly Occasion[] = [
  {
    key: 'leiFeng',
    day: '03-05',
    title: '学雷锋志愿服务主题党日',
    idea: '学习雷锋精神，到一线开展志愿服务',
    method: 'service',
    category: 'theory',
    source: '“向雷锋同志学习”题词发表（1963年3月5日）',
  },
  {
    key: 'qingming',
    day: 'qingming',
    title: '清明祭英烈主题党日',
    idea: '到烈士陵园祭扫，讲述先烈事迹',
    method: 'field',
    category: 'local',
    source: `${holidays}第二条；《中华人民共和国英雄烈士保护法》第五条`,
  },
  {
    key: 'nationalSecurity',
    day: '04-15',
    title: '国家安全教育主题党日',
    idea: '学习总体国家安全观和国家安全法',
    method: 'discussion',
    category: 'law',
    source: '《中华人民共和国国家安全法》第十四条',
  },
  {
    key: 'mayFourth',
    day: '05-04',
    title: '“五四”主题党日',
    idea: '青年党员讲五四精神，老党员结对传承',
    method: 'discussion',
    category: 'theory',
    source: `${holidays}第三条`,
  },
  {
    key: 'julyFirst',
    day: '07-01',
    title: '“七一”主题党日',
    idea: '重温入党誓词，走进红色旧址现场教学，看望老党员',
    method: 'field',
    category: 'theory',
    source: '中共中央《关于中国共产党诞生二十周年、抗战四周年纪念指示》（1941年6月30日）',
  },
  {
    key: 'julySeventh',
    day: '07-07',
    title: '“七七”抗战纪念主题党日',
    idea: '学习全民族抗战史，瞻仰抗战遗址',
    method: 'field',
    category: 'local',
    source: `${holidays}第五条`,
  },
  {
    key: 'augustFirst',
    day: '08-01',
    title: '“八一”主题党日',
    idea: '走访退役军人党员和军属，听战斗故事',
    method: 'field',
    category: 'theory',
    source: `${holidays}第三条`,
  },
  {
    key: 'septemberThird',
    day: '09-03',
    title: '抗战胜利纪念日主题党日',
    idea: '到抗战纪念设施现场教学，学习伟大抗战精神',
    method: 'field',
    category: 'local',
    source: `${congress}关于确定中国人民抗日战争胜利纪念日的决定（2014年2月27日）`,
  },
  {
    key: 'september18',
    day: '09-18',
    title: '勿忘“九一八”主题党日',
    idea: '学习抗联精神，开展国防教育',
    method: 'viewing',
    category: 'theory',
    source: `${holidays}第五条`,
  },
  {
    key: 'martyrs',
    day: '09-30',
    title: '烈士纪念日主题党日',
    idea: '向烈士敬献花篮，讲述本地英烈事迹',
    method: 'field',
    category: 'local',
    source: `${congress}关于设立烈士纪念日的决定（2014年8月31日）`,
  },
  {
    key: 'nationalDay',
    day: '10-01',
    title: '“十一”主题党日',
    idea: '升国旗、唱国歌，交流家乡变化',
    method: 'discussion',
    category: 'situation',
    source: '中央人民政府委员会关于国庆日的决议（1949年12月2日）',
  },
  {
    key: 'constitution',
    day: '12-04',
    title: '国家宪法日主题党日',
    idea: '学习宪法和党内法规，党员带头学法',
    method: 'reading',
    category: 'law',
    source: `${congress}关于设立国家宪法日的决定（2014年11月1日）`,
  },
  {
    key: 'publicMemorial',
    day: '12-13',
    title: '国家公祭日主题党日',
    idea: '收看公祭仪式，缅怀死难同胞',
    method: 'viewing',
    category: 'theory',
    source: `${congress}关于设立南京大屠杀死难者国家公祭日的决定（2014年2月27日）`,
  },
]

/** What is commemorated in a month, by day. */
export function occasionsIn(month: Month) {
  const year = month.slice(0, 4)
  return occasions
    .map((occasion) => ({ ...occasion, name: occasionNames[occasion.key] }))
    .map((occasion) => ({ ...occasion, day: `${year}-${dayIn(occasion.day, Number(year))}` }))
    .filter(({ day }) => day.startsWith(month))
    .toSorted((one, other) => one.day.localeCompare(other.day))
}

/** On which day of a year it is. */
export function occasionOf(key: OccasionKey, year: number): (Occasion & { day: Day }) | undefined {
  const found = occasions.find((occasion) => occasion.key === key)
  return found && { ...found, day: `${year}-${dayIn(found.day, year)}` }
}

function dayIn(day: string, year: number): string {
  return day === 'qingming' ? `04-0${qingmingOf(year)}` : day
}

/** 清明: the sun at 15 degrees, on the 4th or 5th of April from 2000 to 2099; leap years draw it back. */
function qingmingOf(year: number): number {
  const ofCentury = year % 100
  return Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)
}
