import type { MemberFacts } from '@zhixing/contract'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './facts.ts'
import { tidy, tidyName, tidyPhone } from './tidy.ts'

const sound: MemberFacts = {
  name: '张三',
  sex: 'male',
  ethnicity: '01',
  idNumber: '990000198506150037',
  bornOn: '1985-06-15',
  education: '21',
  stage: 'full',
  joinedOn: '2010-07-01',
  confirmedOn: '2011-07-01',
  occupation: '村干部',
  employment: 'farmer',
  phone: '13800001234',
  address: '禾岭县稻香镇一组',
  isSuspended: false,
  lostSince: null,
  floatingSince: null,
  floatingTo: '',
}
const today = '2026-06-01'
const fieldsOf = (changes: Partial<MemberFacts>) =>
  faultsOf({ ...sound, ...changes }, today).map(({ field, message }) => `${field}: ${message}`)

test('sound facts have no faults', () => {
  expect(fieldsOf({})).toStrictEqual([])
})

describe('facts that cannot be', () => {
  test.each<[string, Partial<MemberFacts>, string[]]>([
    ['no name', { name: '' }, ['name: 姓名不能为空']],
    ['a name with digits', { name: '张3' }, ['name: 姓名“张3”里有不该出现的符号或数字']],
    [
      'a wrong check digit',
      { idNumber: '990000198506150038' },
      ['idNumber: 身份证号的校验码应为 7，请核对'],
    ],
    [
      'a birth that contradicts the number',
      { bornOn: '1985-06-16' },
      ['bornOn: 出生日期 1985-06-16 与身份证号里的 1985-06-15 不一致'],
    ],
    [
      'a sex that contradicts the number',
      { sex: 'female' },
      ['sex: 性别与身份证号不一致，身份证号表示男性'],
    ],
    [
      'joined at seventeen',
      { joinedOn: '2003-06-14', confirmedOn: '2004-06-14' },
      ['joinedOn: 加入党组织时只有 17 岁，入党须年满十八岁'],
    ],
    [
      'joined tomorrow',
      { joinedOn: '2026-06-02', confirmedOn: null, stage: 'probationary' },
      ['joinedOn: 加入党组织日期晚于今天'],
    ],
    [
      'confirmed before joining',
      { confirmedOn: '2010-06-30' },
      ['confirmedOn: 转为正式党员日期早于加入党组织日期'],
    ],
    [
      'confirmed after eleven months',
      { confirmedOn: '2011-06-30' },
      ['confirmedOn: 转正日期距入党日期不足一年，预备期为一年'],
    ],
    ['full without a day', { confirmedOn: null }, ['confirmedOn: 正式党员应有转为正式党员日期']],
    [
      'probationary with a day',
      { stage: 'probationary' },
      ['confirmedOn: 预备党员不应有转为正式党员日期'],
    ],
    [
      'a phone too short',
      { phone: '1380000' },
      ['phone: 联系电话“1380000”应为 11 位手机号或带区号的固定电话'],
    ],
    ['an unknown people', { ethnicity: '99' }, ['ethnicity: 民族“99”无法识别']],
    ['lost tomorrow', { lostSince: '2026-06-02' }, ['lostSince: 失去联系日期晚于今天']],
  ])('%s', (_, changes, faults) => {
    expect(fieldsOf(changes)).toStrictEqual(faults)
  })
})

test('a word of the language is no people', () => {
  expect(fieldsOf({ ethnicity: 'constructor' })).toStrictEqual([
    'ethnicity: 民族“constructor”无法识别',
  ])
})

describe('facts of other times', () => {
  test('a member of 1973 was confirmed on the day of joining', () => {
    const elder = { idNumber: '', bornOn: '1950-01-01', joinedOn: '1973-07-01' }

    expect(fieldsOf({ ...elder, confirmedOn: '1973-07-01' })).toStrictEqual([
      'idNumber: 公民身份证号不能为空',
    ])
  })

  test('joined on the eighteenth birthday', () => {
    expect(fieldsOf({ joinedOn: '2003-06-15', confirmedOn: '2004-06-15' })).toStrictEqual([])
  })
})

test('facts are tidied before they are judged', () => {
  expect(tidyName(' 张 三 ')).toBe('张三')
  expect(tidyName('古丽．买买提')).toBe('古丽·买买提')
  expect(tidyName('John  Smith')).toBe('John Smith')
  expect(tidyPhone('+86 138-0000-1234')).toBe('13800001234')
  expect(tidyPhone('0990-1234567')).toBe('0990-1234567')
  expect(tidy({ ...sound, idNumber: '99000019850615003７' }).idNumber).toBe(sound.idNumber)
})
