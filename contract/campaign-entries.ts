import * as z from 'zod'
import { CampaignEntry } from './campaign-shapes.ts'
import { entryGenres, entryStates } from './campaign-words.ts'
import { command, query } from './kit.ts'
import { Id, Line, Name, Paging, Text, Version, keysOf, pageOf } from './vocabulary.ts'

const Genre = z.enum(keysOf(entryGenres))
const State = z.enum(keysOf(entryStates))
const Link = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)])

const Work = z.object({
  entryId: Id,
  campaignId: Id,
  title: Name,
  genre: Genre,
  minutes: z.int().min(1).max(600),
  summary: Text.min(5, '请用几句话说讲什么').max(1000),
  link: Link.default(''),
  fileIds: z.array(Id).max(5).default([]),
})

/** What members and branches send in to a lesson campaign, judged on its way up. */
export const campaignEntries = {
  entries: query({
    grant: 'campaigns.view',
    summary: '参评作品：题目、主讲、视频或文稿，各级评审意见；入选的各类多少',
    input: z.object({
      campaignId: Id,
      organizationId: Id,
      genre: Genre.exactOptional(),
      state: State.exactOptional(),
      onlyWaiting: z.boolean().default(false),
      ...Paging.shape,
    }),
    output: pageOf(CampaignEntry).extend({
      /** The register of results: how many of each sort, and how many were chosen. */
      counts: z.array(z.object({ genre: Genre, entries: z.int(), selected: z.int() })),
      waiting: z.int(),
    }),
  }),

  enter: command({
    summary: '本人报送党课、微视频、榜样事迹',
    input: Work,
    output: z.object({ unitId: Id, entryId: Id }),
  }),

  enterFor: command({
    grant: 'campaigns.answer',
    summary: '支部为本支部党员报送作品',
    input: Work.extend({ organizationId: Id, memberId: Id }),
    output: z.object({ unitId: Id, entryId: Id }),
  }),

  judge: command({
    grant: 'campaigns.judge',
    summary: '评审：打分，推荐到上一级（最高一级为入选）或不推荐',
    input: z.object({
      unitId: Id,
      entryId: Id,
      version: Version,
      score: z.int().min(0).max(100),
      isPassed: z.boolean(),
      comment: Line.min(2, '请写评审意见'),
      award: Line.default(''),
    }),
    output: z.object({ version: Version, state: State }),
  }),

  myEntries: query({
    summary: '我报送的作品和评审结果',
    input: z.object({ campaignId: Id }),
    output: z.object({ rows: z.array(CampaignEntry) }),
  }),
}
