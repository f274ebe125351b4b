type Named = { readonly title: string; readonly reason: string; readonly surveyTitle: string }

/** 问卷“…”：“…”：128 人选，共 300 份答卷 */
export function needSentence({ surveyTitle, reason }: Named): string {
  return `问卷“${surveyTitle}”，${reason}`
}
