/** The documents that parameters come from: how a clause begins, and the day since which it is applied. */
const education = { text: '《中国共产党党员教育管理工作条例》', from: '2019-05-06' }
const branchWork = { text: '《中国共产党支部工作条例（试行）》', from: '2018-10-28' }
const plan = { text: '《2019—2023年全国党员教育培训工作规划》', from: '2019-01-01' }
const cadres = { text: '《干部教育培训工作条例》', from: '2023-10-17' }
const dues = { text: '中组发〔2008〕3号党费收缴、使用和管理规定', from: '2008-04-01' }
const classFees = { text: '财行〔2016〕540号培训费管理办法', from: '2017-01-01' }
const admission = { text: '《中国共产党发展党员工作细则》（2026年修订）', from: '2026-05-11' }
const discipline = { text: '《中国共产党纪律处分条例》', from: '2024-01-01' }
const local = { text: '本地参数', from: '2019-01-01' }

const sources = {
  education,
  branchWork,
  plan,
  cadres,
  dues,
  classFees,
  admission,
  discipline,
  local,
}

/** `by('education', '第二十条')`: clause, first day, and that it was read in the text. */
export function by(source: keyof typeof sources, article = '') {
  const { text, from } = sources[source]
  return { clause: `${text}${article}`, from, mark: 'found' as const }
}

/** The same, where the text was not at hand but the rule is known. */
export function knownBy(source: keyof typeof sources, article = '') {
  return { ...by(source, article), mark: 'known' as const }
}

/** What no national text fixes: a sensible beginning, to be set by each place. */
export function locally(basis: string) {
  return {
    clause: `${sources.local.text}：${basis}`,
    from: sources.local.from,
    mark: 'unsure' as const,
  }
}
