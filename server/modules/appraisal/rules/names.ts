type Named = { readonly name: string; readonly bornOn: string }

/** Two people of one name are told apart by the year they were born in: a word must not reach the wrong one. */
export function toldApart<P extends Named>(people: readonly P[]): P[] {
  const counts = new Map<string, number>()
  for (const { name } of people) counts.set(name, (counts.get(name) ?? 0) + 1)
  return people.map((person) =>
    (counts.get(person.name) ?? 0) > 1
      ? { ...person, name: `${person.name}（${person.bornOn.slice(0, 4)} 年生）` }
      : person,
  )
}
