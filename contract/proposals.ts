import * as z from 'zod'
import { JobState } from './jobs.ts'
import { command, query } from './kit.ts'
import { offerKinds, pickStates, proposalRequirements } from './proposal-words.ts'
import { Day, Id, Line, Minutes, Moment, Name, Paging, keysOf, pageOf } from './vocabulary.ts'

export const ProposalKey = z.object({ unitId: Id, proposalId: Id })
const OfferKind = z.enum(keysOf(offerKinds))
const PickState = z.enum(keysOf(pickStates))

const Totals = z.object({
  /** Who had a gap, and how many of them would reach the requirement. */
  people: z.int(),
  reached: z.int(),
  /** Of everybody together: more than any one person could have. */
  gapMinutes: z.int(),
  openMinutes: z.int(),
  /** What it would cost, and below what no other mix can lie: both in yuan. */
  yuan: z.int(),
  yuanSaved: z.int(),
  isProven: z.boolean(),
  isCut: z.boolean(),
})

const Proposal = ProposalKey.extend({
  organizationId: Id,
  organizationName: Name,
  requirement: z.enum(keysOf(proposalRequirements)),
  until: Day,
  at: Moment,
  byName: z.string(),
  discardedAt: Moment.nullable(),
  totals: Totals.nullable(),
})

const Offer = z.object({
  offerId: Id,
  kind: OfferKind,
  title: z.string(),
  /** When and where, in words. */
  when: z.string(),
  minutes: Minutes,
  people: z.int(),
  /** Who would not reach the requirement without it. */
  accepted: z.int(),
  seats: z.int().nullable(),
  yuan: z.int(),
  /** Why it is in the mix, and what one more seat would change. */
  reason: z.string(),
})

const Pick = z.object({
  offerId: Id,
  kind: OfferKind,
  title: z.string(),
  minutes: Minutes,
  yuan: z.int(),
  state: PickState,
  /** Why it could not be carried out. */
  refusal: z.string(),
})

const Person = z.object({
  memberUnitId: Id,
  memberId: Id,
  name: Name,
  organizationName: Name,
  needMinutes: Minutes,
  openMinutes: Minutes,
  reason: z.string(),
  picks: z.array(Pick),
})

/** The cheapest mix of seats, courses, new classes and visits that lets everybody reach what is asked. */
export const proposals = {
  propose: command({
    grant: 'requirements.propose',
    summary: '测算补训方案：在名额、课程、师资场地、上门送学和经费之内，让每个人都达标的最省办法',
    input: z.object({
      /** Made by the form: the same form sent twice asks once. */
      proposalId: Id,
      organizationId: Id,
      requirement: z.enum(keysOf(proposalRequirements)).default('memberHours'),
      until: Day,
      /** Nothing where money does not matter. */
      budgetYuan: z.int().min(0).max(100_000_000).nullable().default(null),
      kinds: z.array(OfferKind).min(1).max(4),
      /** How long to search. */
      seconds: z.int().min(3).max(120).default(10),
    }),
    output: ProposalKey.extend({ jobId: Id }),
  }),

  proposals: query({
    grant: 'requirements.view',
    summary: '本组织测算过的补训方案，新的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Proposal).extend({ mayPropose: z.boolean() }),
  }),

  proposal: query({
    grant: 'requirements.view',
    summary: '一个补训方案：花多少、还差多少、证明到什么程度，每个班次、课程为什么在里面',
    input: ProposalKey,
    output: Proposal.extend({
      job: JobState.nullable(),
      budgetYuan: z.int().nullable(),
      offers: z.array(Offer),
      mayAccept: z.boolean(),
    }),
  }),

  proposedPeople: query({
    grant: 'requirements.view',
    summary: '方案里每个人怎么补、为什么',
    input: Paging.extend({
      ...ProposalKey.shape,
      text: Line.default(''),
      offerId: Id.exactOptional(),
      /** Only those who would still lack something. */
      isOpen: z.boolean().default(false),
    }),
    output: pageOf(Person),
  }),

  acceptProposal: command({
    grant: 'requirements.propose',
    summary: '采纳方案的全部或一部分；名额已经没有的逐人说明',
    input: ProposalKey.extend({
      offerIds: z.array(Id).min(1).max(500),
      memberIds: z.array(Id).max(5000).exactOptional(),
    }),
    output: z.object({
      accepted: z.int(),
      refused: z.array(z.object({ name: z.string(), title: z.string(), reason: z.string() })),
    }),
  }),

  discardProposal: command({
    grant: 'requirements.propose',
    summary: '放弃一个方案；已经采纳的部分不变',
    input: ProposalKey,
    output: z.object({}),
  }),
}
