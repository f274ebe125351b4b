import type { Contract, Input, Output } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { ownBatchAct } from '../../../kernel/batch-act.ts'
import type { OwnCall, Verdict } from '../../../kernel/batch-act.ts'
import type { Db } from '../../../kernel/db.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { nameOf } from '../rules/person.ts'
import { enrolMembers } from '../steps/enrol-members.ts'
import { leaveClass } from '../steps/leave-class.ts'
import { lockClass } from '../store/classes.ts'
import { findEnrolmentOf } from '../store/enrolments.ts'
import { findPeople } from '../store/people.ts'
import type { Person } from '../store/people.ts'

type Outcome = Output<Contract['enrolments']['signUp']>
type SignUp = OwnCall<Input<Contract['enrolments']['signUp']>>
type Asking = { readonly call: SignUp; readonly person: Person }

/**
 * Many ask for a seat for themselves as soon as a class is announced, each in the quota of their own organization. They
 * are served class by class, always in the same order, so that no two crowds wait for each other.
 */
export const signUp = ownBatchAct(contract.enrolments.signUp, async (tx, calls) => {
  const people = await peopleOf(tx, calls)
  const answers = new Map<SignUp, Verdict<Outcome>>()
  const asking = calls.flatMap((call): Asking[] => {
    const person = judge(call, people)
    if (!(person instanceof Problem)) return [{ call, person }]
    answers.set(call, person)
    return []
  })
  const classes = new Map(asking.map(({ call: { input } }) => [classOf(input), input]))
  for (const [name, key] of [...classes].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const crowd = asking.filter(({ call }) => classOf(call.input) === name)
    const applicants = crowd.map(applicantOf)
    // oxlint-disable-next-line no-await-in-loop
    const verdicts = await enrolMembers(tx, key, { applicants, way: 'self', reach: [] })
    for (const [at, one] of crowd.entries()) answers.set(one.call, answer(one, verdicts[at]))
  }
  return calls.map((call) => answers.get(call) ?? missing('classes.unknown'))
})

async function peopleOf(tx: Db, calls: readonly SignUp[]) {
  const keys = calls.flatMap(({ actor: { unitId: memberUnitId, memberId } }) =>
    memberId ? [{ memberUnitId, memberId }] : [],
  )
  const found = await findPeople(tx, ['/'], keys)
  return new Map(found.map((person) => [nameOf(person), person]))
}

/** Who asks, or why they may not for any class. */
function judge(
  { actor: { memberId, unitId: memberUnitId, place } }: SignUp,
  people: Awaited<ReturnType<typeof peopleOf>>,
): Person | Problem {
  if (!memberId) return conflict('enrolments.notMember')
  const person = people.get(nameOf({ memberUnitId, memberId }))
  if (!person || !covers([place.path], person.path)) return missing('members.unknown')
  return person.leftOn ? conflict('enrolments.left', { 姓名: person.name }) : person
}

function classOf({ unitId, classId }: SignUp['input']): string {
  return `${unitId}:${classId}`
}

function applicantOf({ call: { actor, now }, person }: Asking) {
  return { person, byId: actor.accountId, now }
}

function answer({ call: { input }, person }: Asking, verdict: Outcome | Problem | undefined) {
  if (!verdict || verdict instanceof Problem) return verdict ?? missing('classes.unknown')
  const { memberId, memberUnitId: unitId, path } = person
  const after = { memberId, ...verdict }
  return {
    value: verdict,
    place: { unitId, path },
    change: { subject: `class:${input.classId}`, after },
  }
}

/** Somebody steps back, and says why. */
export const step = ownAct(
  contract.enrolments.step,
  async ({ tx, now, actor }, { reason, ...key }) => {
    const { memberId, unitId: memberUnitId, place } = actor
    const held = memberId ? await lockClass(tx, ['/'], key, 'share') : undefined
    const enrolment =
      held && memberId ? await findEnrolmentOf(tx, key, { memberUnitId, memberId }) : undefined
    if (!held || !enrolment) throw missing('classes.unknown')
    const promoted = await leaveClass({ tx, now, actor }, held.kept, { enrolment, reason })
    return {
      value: {},
      place,
      change: {
        subject: `class:${key.classId}`,
        before: { memberId, state: enrolment.state },
        after: { state: 'withdrawn', reason, promoted: promoted.map(({ id }) => id) },
      },
    }
  },
)
