import { classPapers } from '@zhixing/contract/class-words.ts'

type Paper = keyof typeof classPapers

/** What an archive cannot do without, besides what the platform writes itself. */
export function lackingPapers(
  { hasExam, routes }: { readonly hasExam: boolean; readonly routes: readonly string[] },
  papers: readonly Paper[],
): string[] {
  const wanted: readonly Paper[] = [
    'summary',
    ...(hasExam ? ['exam' as const] : []),
    ...(routes.includes('tour') ? ['tourReport' as const] : []),
  ]
  return wanted.filter((paper) => !papers.includes(paper)).map((paper) => classPapers[paper])
}
