/** The words of what goes to and fro between those who lead and those who take part. No zod here: the browser imports it. */

/** What it belongs to: a meeting or a lesson, while its record is open; a course, while it is published. */
export const floorKinds = { activity: '活动', course: '课程' } as const

export const pollStates = { draft: '未开始', open: '投票中', closed: '已结束' } as const

export const pollKinds = { single: '单选', multiple: '多选' } as const
