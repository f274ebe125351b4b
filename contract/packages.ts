import * as z from 'zod'
import { command, query } from './kit.ts'
import { lessonStates, packageStandards } from './package-words.ts'
import { Id, Moment, Name, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const PackageKey = z.object({ unitId: Id, packageId: Id })
const AttemptKey = z.object({ unitId: Id, attemptId: Id })
const Standard = z.enum(keysOf(packageStandards))
const State = z.enum(keysOf(lessonStates))
const Title = z.string().trim().min(1).max(100)

/** What the run-time beside the content keeps for the next time; for the platform it is a closed box. */
const Memory = z.string().max(400_000)

const PackageRow = PackageKey.extend({
  title: Title,
  standard: Standard,
  edition: z.string(),
  organizationName: Name,
  lessons: z.int(),
  bytes: z.int(),
  at: Moment,
  learners: z.int(),
  done: z.int(),
})

const Lesson = z.object({ identifier: z.string(), title: z.string() })
const OwnLesson = Lesson.extend({
  state: State,
  score: z.number().nullable(),
  minutes: z.int(),
})

export const packages = {
  list: query({
    grant: 'packages.view',
    summary: '课件包：标准、大小、学习人数',
    input: Paging.extend({ organizationId: Id, text: z.string().trim().max(100).default('') }),
    output: pageOf(PackageRow).extend({ mayKeep: z.boolean() }),
  }),

  show: query({
    grant: 'packages.view',
    summary: '一个课件包：条目和每名学员的学习情况',
    input: PackageKey.extend(Paging.shape),
    output: PackageRow.extend({
      version: Version,
      outline: z.array(Lesson),
      results: pageOf(
        z.object({
          name: Name,
          organizationName: Name,
          lesson: z.string(),
          state: State,
          score: z.number().nullable(),
          minutes: z.int(),
          seenAt: Moment,
        }),
      ),
      mayKeep: z.boolean(),
    }),
  }),

  read: command({
    grant: 'packages.keep',
    summary: '读取上传的课件包：检查清单和每个文件，全部合格才入库',
    input: z.object({ organizationId: Id, fileUnitId: Id, fileId: Id }),
    output: z.object({ unitId: Id, jobId: Id, packageId: Id }),
  }),

  rename: command({
    grant: 'packages.keep',
    summary: '修改课件包名称',
    input: PackageKey.extend({ version: Version, title: Title }),
    output: z.object({ version: Version }),
  }),

  withdraw: command({
    grant: 'packages.keep',
    summary: '下架课件包：不能再打开，学习记录保留',
    input: PackageKey.extend({ version: Version }),
    output: z.object({}),
  }),

  addToCourse: command({
    grant: 'courses.edit',
    summary: '把课件包放进一门课程；各条目学完、学够时间，这一项才算完成',
    /** The id is made by the form: sent twice, it is there once. */
    input: PackageKey.extend({
      courseId: Id,
      itemId: Id,
      minutes: z.int().min(1, '至少 1 分钟').max(600, '最多 600 分钟'),
    }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我能学的一个课件包：条目、学到哪里',
    input: PackageKey,
    output: PackageKey.extend({ title: Title, standard: Standard, lessons: z.array(OwnLesson) }),
  }),

  menu: query({
    summary: '我能学的课件包',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        PackageKey.extend({
          title: Title,
          organizationName: Name,
          lessons: z.int(),
          done: z.int(),
          isBegun: z.boolean(),
        }),
      ),
    }),
  }),

  open: command({
    summary: '打开课件的一个条目，从上次学到的地方继续；在别处打开的随之停止记录',
    input: PackageKey.extend({
      lesson: z.string().max(200),
      /** Which of our own pages will show it; no other may. */
      origin: z.url({ protocol: /^https?$/ }).max(300),
    }),
    output: AttemptKey.extend({
      playId: Id,
      /** Opens the content on its own origin, for this play only. */
      token: z.string(),
      standard: Standard,
      launch: z.string(),
      launchData: z.string(),
      masteryScore: z.number().nullable(),
      isAsset: z.boolean(),
      state: State,
      memory: Memory.nullable(),
      seconds: z.int(),
      seq: z.int(),
      title: z.string(),
    }),
  }),

  commit: command({
    summary: '保存课件学习进度；同一序号只记一次，时长以服务器的钟为限',
    input: AttemptKey.extend({
      playId: Id,
      seq: z.int().min(1).max(1_000_000),
      memory: Memory,
      state: State,
      score: z.number().min(0).max(100).nullable(),
      /** How long this play has been looked at, in all. */
      seconds: z.int().min(0).max(200_000),
    }),
    output: z.object({ seq: z.int(), state: State, seconds: z.int(), isCourseDone: z.boolean() }),
  }),
}
