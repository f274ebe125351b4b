import { describe, expect, test } from 'vitest'
import { isKnownHeading, fieldOfHeading, guessColumns, missingFields } from './headings.ts'
import {
  readChoice,
  readDay,
  readMonth,
  readEducation,
  readEmployment,
  readEthnicity,
  readMembership,
  readSex,
  readStage,
} from './values.ts'

describe('a day', () => {
  test.each([
    ['2020-01-31', '2020-01-31'],
    ['2020-1-1', '2020-01-01'],
    ['2020.01.01', '2020-01-01'],
    ['2020/1/1', '2020-01-01'],
    ['2020年1月1日', '2020-01-01'],
    ['２０２０年１月１日', '2020-01-01'],
    ['20200101', '2020-01-01'],
    ['2020-01-01 08:30:00', '2020-01-01'],
    ['43831', '2020-01-01'],
    ['2020-02-30', undefined],
    ['2020-13-01', undefined],
    ['2020.07', undefined],
    ['1020-01-01', undefined],
    ['去年', undefined],
    ['123456', undefined],
  ])('%s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })
})

describe('a month without a day', () => {
  test.each([
    ['1980.05', '1980-05'],
    ['1982年3月', '1982-03'],
    ['2005.7', '2005-07'],
    ['2005-07', '2005-07'],
    ['200507', '2005-07'],
    ['2005.1', undefined],
    ['2005.13', undefined],
    ['123456', undefined],
    ['2005-07-01', undefined],
  ])('%s', (text, month) => {
    expect(readMonth(text)).toBe(month)
  })
})

describe('words and codes', () => {
  test.each([
    [readSex, '男', 'male'],
    [readSex, '2', 'female'],
    [readSex, '1男性', 'male'],
    [readSex, '未知', undefined],
    [readEthnicity, '汉', '01'],
    [readEthnicity, '维吾尔族', '05'],
    [readEthnicity, '5', '05'],
    [readEthnicity, '05维吾尔族', '05'],
    [readEthnicity, '火星族', undefined],
    [readEducation, '大专', '31'],
    [readEducation, '本科', '21'],
    [readEducation, '硕士研究生', '14'],
    [readEducation, '14硕士研究生', '14'],
    [readEducation, '21', '21'],
    [readEducation, '初中', '71'],
    [readEducation, '???', undefined],
    [readStage, '正式党员', 'full'],
    [readStage, '中共党员', 'full'],
    [readStage, '01', 'full'],
    [readStage, '预备党员', 'probationary'],
    [readStage, '中共预备党员', 'probationary'],
    [readStage, '群众', undefined],
    [readChoice, '是', true],
    [readChoice, 'FALSE', false],
    [readChoice, '也许', undefined],
    [readMembership, '停止党籍', true],
    [readMembership, '正常', false],
    [readMembership, '开除', undefined],
    [readEmployment, '退休干部', 'retired'],
    [readEmployment, '农牧渔民', 'farmer'],
    [readEmployment, '大学生村官', 'employed'],
    [readEmployment, '在校学生', 'student'],
    [readEmployment, '副局长', 'employed'],
  ] as const)('%o reads %s', (read, text, value) => {
    expect(read(text)).toBe(value)
  })
})

describe('headings', () => {
  test.each([
    ['姓名', 'name'],
    ['党员姓名', 'name'],
    ['入党时间', 'joinedOn'],
    ['转正时间', 'confirmedOn'],
    ['学历（代码）', 'education'],
    ['联系电话（手机）', 'phone'],
    ['联系电话（固话）', 'landline'],
    ['公民身份号码', 'idNumber'],
    ['备注', undefined],
  ])('%s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field)
  })

  test('of longer exports are kept under their own name, two alike are taken once', () => {
    expect(isKnownHeading('新社会阶层类型')).toBe(true)
    const columns = guessColumns(['姓名', '党员姓名', '党龄', '备注'], {})
    expect(columns.map(({ field, isMore }) => [field, isMore])).toStrictEqual([
      ['name', false],
      [null, false],
      [null, true],
      [null, false],
    ])
    expect(missingFields(columns, false)).toStrictEqual(['idNumber', 'branch', 'joinedOn'])
    expect(missingFields(columns, true)).toStrictEqual(['idNumber', 'joinedOn'])
  })

  test('give way to what somebody chose', () => {
    const columns = guessColumns(['姓名', '证号'], { '1': 'idNumber', '0': null })
    expect(columns.map(({ field }) => field)).toStrictEqual([null, 'idNumber'])
  })
})
