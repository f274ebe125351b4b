import { ethnicities, educations } from '@zhixing/contract/codes.ts'
import { sayFault } from '@zhixing/contract/faults.ts'
import type { MemberFacts } from '@zhixing/contract'
import type { MemberFault } from '@zhixing/contract/faults.ts'
import { addMonths, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { readIdNumber } from './id-number.ts'
import type { Fault } from './id-number.ts'

export type FieldFault = { readonly field: keyof MemberFacts; readonly message: string }

/** Between the ninth and the eleventh congress members were admitted without probation. */
const withoutProbation = { from: '1969-04-01', until: '1977-08-18' }

/** A year's probation has been the rule since the twelfth congress; before it, terms differed. */
const yearOfProbationSince = '1982-09-06'

/** Everything that is wrong with the facts, field by field; `today` judges what cannot lie ahead. */
export function faultsOf(facts: MemberFacts, today: Day): FieldFault[] {
  return [
    ...faultsOfPerson(facts, today),
    ...faultsOfMembership(facts, today),
    ...faultsOfWhereabouts(facts, today),
  ]
}

function faultsOfPerson(facts: MemberFacts, today: Day): FieldFault[] {
  const { name, idNumber, bornOn, sex, ethnicity, education } = facts
  const faults: FieldFault[] = []
  if (name === '') faults.push(say('name', 'nameMissing'))
  else if (!isName(name)) faults.push(say('name', 'nameOdd', { 姓名: name }))

  const read = idNumber === '' ? ({ fault: 'idMissing' } as Fault) : readIdNumber(idNumber)
  if ('fault' in read) faults.push(say('idNumber', read.fault, read.words))
  else {
    if (read.bornOn !== bornOn)
      faults.push(say('bornOn', 'bornDiffers', { 日期: bornOn, 应为: read.bornOn }))
    if (read.sex !== sex)
      faults.push(say('sex', 'sexDiffers', { 应为: read.sex === 'male' ? '男' : '女' }))
  }
  if (bornOn > today) faults.push(say('bornOn', 'bornLater'))
  if (!Object.hasOwn(ethnicities, ethnicity))
    faults.push(say('ethnicity', 'ethnicityUnknown', { 值: ethnicity }))
  if (!Object.hasOwn(educations, education))
    faults.push(say('education', 'educationUnknown', { 值: education }))
  return faults
}

function faultsOfMembership(facts: MemberFacts, today: Day): FieldFault[] {
  const { stage, bornOn, joinedOn, confirmedOn } = facts
  const faults: FieldFault[] = []
  if (!joinedOn) faults.push(say('joinedOn', 'joinedMissing'))
  else {
    const age = yearsBetween(bornOn, joinedOn)
    if (joinedOn > today) faults.push(say('joinedOn', 'joinedLater'))
    else if (age < 18) faults.push(say('joinedOn', 'joinedYoung', { 岁: Math.max(age, 0) }))
  }
  if (stage === 'full' && !confirmedOn) faults.push(say('confirmedOn', 'confirmedMissing'))
  if (stage === 'probationary' && confirmedOn)
    faults.push(say('confirmedOn', 'confirmedProbationary'))
  if (joinedOn && confirmedOn) {
    const fault = refuseConfirmation(joinedOn, confirmedOn, today)
    if (fault) faults.push(say('confirmedOn', fault))
  }
  return faults
}

function refuseConfirmation(joinedOn: Day, confirmedOn: Day, today: Day): MemberFault | undefined {
  if (confirmedOn > today) return 'confirmedLater'
  if (confirmedOn < joinedOn) return 'confirmedEarly'
  if (joinedOn >= withoutProbation.from && joinedOn <= withoutProbation.until) return undefined
  const isSoon = joinedOn >= yearOfProbationSince && confirmedOn < addMonths(joinedOn, 12)
  return isSoon ? 'confirmedSoon' : undefined
}

function faultsOfWhereabouts(facts: MemberFacts, today: Day): FieldFault[] {
  const { phone, lostSince, floatingSince } = facts
  const faults: FieldFault[] = []
  if (phone !== '' && !isPhone(phone)) faults.push(say('phone', 'phoneOdd', { 值: phone }))
  if (lostSince && lostSince > today) faults.push(say('lostSince', 'lostLater'))
  if (floatingSince && floatingSince > today) faults.push(say('floatingSince', 'floatingLater'))
  return faults
}

/** A mobile number, or a fixed one with its area; several may be written one after another. */
function isPhone(text: string): boolean {
  return text
    .split(/[、,;/]/)
    .every((one) => /^1[3-9]\d{9}$/.test(one) || /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,5})?$/.test(one))
}

/** Han signs with the dot of minority names, or letters for the few who have only those. */
function isName(text: string): boolean {
  return /^[\p{Script=Han}·〇]{1,40}$/u.test(text) || /^[A-Za-z][A-Za-z .·'-]{1,80}$/.test(text)
}

function say(
  field: keyof MemberFacts,
  fault: MemberFault,
  words: Readonly<Record<string, string | number>> = {},
): FieldFault {
  return { field, message: sayFault(fault, words) }
}
