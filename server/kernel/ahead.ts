/** The same one after another, but the next is under way while the one at hand is used. */
export async function* ahead<Value>(source: AsyncGenerator<Value>): AsyncGenerator<Value> {
  let next = step(source)
  try {
    for (let at = await next; !at.done; at = await next) {
      next = step(source)
      yield at.value
    }
  } finally {
    await source.return(undefined)
  }
}

function step<Value>(source: AsyncGenerator<Value>): Promise<IteratorResult<Value>> {
  const next = source.next()
  // Whoever asks for it hears what went wrong; until then it is nobody's.
  next.catch(() => undefined)
  return next
}
