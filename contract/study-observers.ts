import * as z from 'zod'
import { Answers } from './form-shapes.ts'
import { command, query } from './kit.ts'
import { GroupKey, ObservationKey, Observer, Person, SessionKey } from './study-shapes.ts'
import { observationGrades } from './study-words.ts'
import { Day, Id, Line, Moment, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'

const Whole = z.int()
const Words = z.string()

const Observed = Observer.extend({
  ...SessionKey.shape,
  groupId: Id,
  groupName: Words,
  title: Words,
  startsAt: Moment,
  endsAt: Moment,
  place: Words,
  because: Words,
  observedAt: Moment.nullable(),
  answers: Answers,
})

/** 列席旁听: who sits in where, so that every group is seen each year at least effort, and what they found. */
export const studyObservers = {
  observers: query({
    grant: 'studyGroups.view',
    summary: '旁听人员库：从哪里出发、今年派了几次',
    input: z.object({ organizationId: Id, year: Year.optional() }),
    output: z.object({
      rows: z.array(
        Person.extend({
          unitId: Id,
          observerId: Id,
          name: Words,
          organizationName: Words,
          toursMax: Whole,
          assigned: Whole,
          observed: Whole,
        }),
      ),
    }),
  }),

  addObserver: command({
    grant: 'studyGroups.oversee',
    summary: '把一名党员列为旁听人员，写明一年最多派几次',
    input: Person.extend({ organizationId: Id, toursMax: z.int().min(1).max(60) }),
    output: z.object({ unitId: Id, observerId: Id }),
  }),

  removeObserver: command({
    grant: 'studyGroups.oversee',
    summary: '不再派这名旁听人员；已派的不变',
    input: z.object({ unitId: Id, observerId: Id }),
    output: z.object({}),
  }),

  proposeObservers: query({
    grant: 'studyGroups.oversee',
    summary: '按最省路程给每个今年还没旁听到的中心组派一次旁听，说明理由；只是建议',
    input: z.object({ organizationId: Id, from: Day.optional(), until: Day.optional() }),
    output: z.object({
      from: Day,
      until: Day,
      groups: Whole,
      seen: Whole,
      kilometres: z.number(),
      rows: z
        .array(
          Person.extend({
            ...SessionKey.shape,
            groupId: Id,
            groupName: Words,
            title: Words,
            startsAt: Moment,
            observerName: Words,
            kilometres: z.number(),
            because: z.array(Words),
          }),
        )
        .max(500),
      /** The first of those to whom nobody can go, and how many there are. */
      uncovered: z.array(GroupKey.extend({ groupName: Words, because: Words })).max(100),
      uncoveredCount: Whole,
    }),
  }),

  assignObservers: command({
    grant: 'studyGroups.oversee',
    summary: '派旁听人员去听这些学习，并通知他们',
    input: z.object({
      organizationId: Id,
      rows: z
        .array(SessionKey.extend({ ...Person.shape, because: Line.default('') }))
        .min(1, '请至少派一次')
        .max(500),
    }),
    output: z.object({ assigned: Whole }),
  }),

  withdrawObserver: command({
    grant: 'studyGroups.oversee',
    summary: '撤回一次还没旁听的指派，写明原因',
    input: ObservationKey.extend({ version: Version, reason: Line.min(2, '请写明原因') }),
    output: z.object({}),
  }),

  observations: query({
    grant: 'studyGroups.view',
    summary: '旁听记录：谁听了哪个中心组、评价和建议；五年累计和每年覆盖',
    input: Paging.extend({ organizationId: Id, year: Year.optional() }),
    output: pageOf(Observed).extend({
      year: Whole,
      groups: Whole,
      seen: Whole,
      /** The last five years, the oldest first. */
      years: z.array(z.object({ year: Whole, groups: Whole, seen: Whole, times: Whole })),
      times: Whole,
      /** The first of those whom nobody has seen this year. */
      unseen: z.array(GroupKey.extend({ groupName: Words })).max(100),
      mayOversee: z.boolean(),
    }),
  }),

  observe: command({
    summary: '本人填旁听记录表',
    input: ObservationKey.extend({ version: Version, answers: Answers }),
    output: z.object({ grade: z.enum(keysOf(observationGrades)), score: Whole }),
  }),

  myObservations: query({
    summary: '派给我的旁听',
    input: z.object({}),
    output: z.object({ rows: z.array(Observed) }),
  }),
}
