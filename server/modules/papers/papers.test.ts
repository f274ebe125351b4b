import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { figuresOf, minutesPaper, noticePaper, registerPaper, renderPaper } from './index.ts'
import type { Minutes, Paper } from './index.ts'

const report: Paper = {
  kind: 'workReport',
  title: '中共禾岭县委关于2026年度党员教育管理工作情况的汇报',
  recipients: ['市委组织部', '市委党校'],
  body: [
    { level: 'text', pieces: ['现有党员', { metricKey: 'members.all', text: '428' }, '名。'] },
    { level: 'chapter', pieces: ['主要做法'] },
    { level: 'section', pieces: ['抓轮训'] },
    { level: 'item', pieces: ['春训'] },
    { level: 'item', pieces: ['冬训'] },
    { level: 'point', pieces: ['细节'] },
    { level: 'chapter', pieces: ['存在问题'] },
    { level: 'section', pieces: ['学时'] },
    {
      level: 'table',
      table: {
        head: ['党组织', '学时'],
        shares: [3, 1],
        rows: [[{ pieces: ['东支部'] }, { pieces: [{ metricKey: 'hours', text: '32' }] }]],
      },
    },
  ],
  attachments: ['统计表', '名单'],
  issuer: '中共禾岭县委',
  day: '2026-09-05',
}

async function partsOf(paper: Paper) {
  const files = unzipSync(await renderPaper(paper))
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

async function textOf(paper: Paper): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderPaper(paper)) })
  return value.split('\n').filter((line) => line !== '')
}

test('a paper has the margins, the grid of 22 lines by 28 characters, and both page numbers', async () => {
  const part = await partsOf(report)
  const document = part('word/document.xml')

  expect(document).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/)
  // 37, 28, 35 and 26 mm
  expect(document).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(document).toMatch(
    /<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-8\d\d"\/>/,
  )
  expect(document).toContain('<w:footerReference w:type="even"')
  expect(part('word/settings.xml')).toMatch(
    /<w:evenAndOddHeaders\/>|<w:evenAndOddHeaders w:val="true"/,
  )
  expect(part('word/footer1.xml')).toMatch(/w:right="280".*<w:jc w:val="right"\/>.*— .*PAGE.* —/)
  expect(part('word/footer2.xml')).toMatch(/w:left="280".*<w:jc w:val="left"\/>.*— .*PAGE.* —/)
})

test('a paper names the faces of each level for East Asian text and embeds none', async () => {
  const bytes = unzipSync(await renderPaper(report))
  const styles = strFromU8(bytes['word/styles.xml'] ?? new Uint8Array())
  const styleOf = (id: string) =>
    new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? ''

  expect(styleOf('Text')).toMatch(/w:firstLineChars="200".*eastAsia="仿宋_GB2312".*w:sz w:val="32"/)
  expect(styleOf('Text')).toContain('w:line="579" w:lineRule="exact"')
  expect(styleOf('Chapter')).toMatch(/w:outlineLvl w:val="0".*eastAsia="黑体".*w:sz w:val="32"/)
  expect(styleOf('Section')).toMatch(/eastAsia="楷体_GB2312".*w:sz w:val="32"/)
  expect(styleOf('PaperTitle')).toMatch(
    /w:jc w:val="center".*eastAsia="方正小标宋简体".*w:sz w:val="44"/,
  )
  expect(styleOf('PageNumber')).toMatch(/w:ascii="宋体".*w:sz w:val="28"/)
  expect(Object.keys(bytes).filter((name) => /odttf|ttf/.test(name))).toEqual([])
})

test('a paper numbers its levels and starts lower ones again under a higher one', async () => {
  expect(await textOf(report)).toEqual([
    '中共禾岭县委关于2026年度',
    '党员教育管理工作情况的汇报',
    '市委组织部，市委党校：',
    '现有党员428名。',
    '一、主要做法',
    '（一）抓轮训',
    '1. 春训',
    '2. 冬训',
    '（1）细节',
    '二、存在问题',
    '（一）学时',
    '党组织',
    '学时',
    '东支部',
    '32',
    '附件：1. 统计表',
    '2. 名单',
    '中共禾岭县委',
    '2026年9月5日',
  ])
})

test('a paper sets the date four characters from the right and the issuer centred over it', async () => {
  const document = (await partsOf(report))('word/document.xml')
  const indentOf = (text: string) =>
    Number(
      new RegExp(`w:right="(\\d+)"/><w:jc w:val="right"/></w:pPr><w:r><w:t[^>]*>${text}<`).exec(
        document,
      )?.[1],
    )

  expect(indentOf('2026年9月5日')).toBe(4 * 320)
  // the date is six characters wide, the issuer six as well
  expect(indentOf('中共禾岭县委')).toBe(4 * 320)
})

test('a paper repeats the head of a table on every page', async () => {
  expect((await partsOf(report))('word/document.xml')).toContain('<w:tblHeader/>')
})

test('a paper sets a red head with its number, a signatory, and a colophon', async () => {
  const paper: Paper = {
    ...report,
    head: {
      issuer: '中共禾岭县委文件',
      number: { word: '禾发', year: 2026, serial: 3 },
      signatory: '周白杨',
    },
    colophon: { copies: ['县委办'], printedBy: '县委组织部', printedOn: '2026-09-06' },
  }
  const lines = await textOf(paper)

  expect(lines.slice(0, 2)).toEqual(['中共禾岭县委文件', '禾发〔2026〕3号\t签发人：周白杨'])
  expect(lines.slice(-2)).toEqual(['抄送：县委办。', '县委组织部\t2026年9月6日印发'])
  expect((await partsOf(paper))('word/styles.xml')).toMatch(
    /styleId="Head".*?w:color w:val="FF0000"/,
  )
})

test('a paper is the same bytes for the same value', async () => {
  const [first, again] = [await renderPaper(report), await renderPaper(report)]

  expect(Buffer.compare(first, again)).toBe(0)
  expect((await partsOf(report))('docProps/core.xml')).toContain('2026-09-05T00:00:00Z')
})

test('a paper shows markup as text and drops what XML cannot hold', async () => {
  const name = '<img onerror=1>&\u0000\u0008\ud800王'
  const body: Paper['body'] = [{ level: 'text', pieces: [name] }]
  const document = (await partsOf({ ...report, title: name, body }))('word/document.xml')

  expect(() => new SaxesParser({ xmlns: true }).write(document).close()).not.toThrow()
  expect(await textOf({ ...report, body })).toContain('<img onerror=1>&王')
})

test('a paper tells its figures in reading order, those in tables too', () => {
  expect(figuresOf(report).map(({ metricKey }) => metricKey)).toEqual(['members.all', 'hours'])
})

const minutes: Minutes = {
  organization: '中共禾岭县稻香村支部委员会',
  meeting: '党员大会',
  topic: '讨论接收预备党员',
  time: '2026年9月5日15:00',
  day: '2026-09-05',
  place: '村部',
  chair: '周白杨',
  recorder: '李小满',
  due: 4,
  present: [
    { name: '周白杨' },
    { name: '孙云帆', remote: true },
    { name: '何明月', late: true, proxy: '周白杨' },
  ],
  absent: [{ name: '朱长亭', reason: '因病请假' }],
  guests: [{ name: '王大山', from: '东河镇党委' }],
  agenda: [
    { title: '交纳党费', required: true, record: '' },
    { title: '讨论', required: false, record: '审议了材料。' },
  ],
  speeches: [{ name: '孙云帆', words: '同意。' }],
  resolution: {
    text: '同意接收。',
    vote: {
      way: '无记名投票',
      entitled: 4,
      present: 3,
      inFavour: 2,
      against: 1,
      abstained: 0,
      passed: false,
    },
  },
}

test('minutes say who came, how, who did not and why, and what was decided', async () => {
  const text = (await textOf(minutesPaper(minutes))).join('\n')

  expect(text).toContain('应到\n4人\n实到\n3人')
  expect(text).toContain('周白杨、孙云帆（线上）、何明月（迟到，周白杨代签）')
  expect(text).toContain('朱长亭（因病请假）')
  expect(text).toContain('王大山（东河镇党委）')
  expect(text).toContain('（一）交纳党费（规定议程）')
  expect(text).toContain('孙云帆：同意。')
  expect(text).toContain('赞成2人，反对1人，弃权0人')
  expect(text).toContain('决议未通过')
  expect(text).toContain('主持人（签名）：\n记录人（签名）：')
})

test('a notice is four short chapters, and leaves out the one that is empty', async () => {
  const lines = await textOf(
    noticePaper({
      meeting: '党员大会',
      recipients: ['全体党员'],
      topic: '学习条例',
      time: '9月5日15:00',
      place: '村部',
      attendees: '全体党员。',
      agenda: ['交纳党费。', '学习。'],
      requirements: [],
      issuer: '稻香村党支部',
      day: '2026-09-01',
    }),
  )

  expect(lines).toContain('关于召开党员大会的通知')
  expect(lines).toContain('1. 交纳党费。')
  expect(lines.filter((line) => /^[一二三四]、/.test(line))).toHaveLength(3)
})

test('a register has one line for everybody who is due', async () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({
    name: `党员${String(index)}`,
    branch: '东支部',
    signedAt: '15:02',
    note: '',
  }))
  const facts = {
    organization: '东支部',
    meeting: '主题党日',
    time: '9月5日',
    place: '村部',
    day: '2026-09-05',
  }

  const text = await textOf(registerPaper({ ...facts, lines }))

  expect(text.filter((line) => line.startsWith('党员'))).toHaveLength(60)
})
