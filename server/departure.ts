/** The way in and out: what came last goes first, each once, however often somebody asks, and nobody waits for ever. */
export class Departure {
  readonly #steps: (() => Promise<unknown>)[] = []
  readonly #patienceMs: number
  #arrival: Promise<unknown> = Promise.resolve()
  #going: Promise<void> | undefined

  constructor(patienceMs = 10_000) {
    this.#patienceMs = patienceMs
  }

  /** Who leaves during the arrival waits until it has noticed, so that nothing half-begun stays behind. */
  async arriving(arrival: Promise<void>): Promise<void> {
    this.#arrival = arrival.catch(() => undefined)
    await arrival.catch((cause: unknown) => {
      if (!(cause instanceof TurnedBack)) throw cause
    })
  }

  /** Between two steps of the arrival: goes no further when somebody has asked to leave. */
  goOn(): void {
    if (this.#going) throw new TurnedBack()
  }

  /** To be done before everything that was said earlier. */
  last(step: () => Promise<unknown>): void {
    this.#steps.push(step)
  }

  leave(): Promise<void> {
    this.#going ??= this.#go()
    return this.#going
  }

  async #go(): Promise<void> {
    await this.#patiently(this.#arrival)
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) await this.#patiently(step())
  }

  async #patiently(work: Promise<unknown>): Promise<void> {
    const patience = Promise.withResolvers<void>()
    const timer = setTimeout(patience.resolve, this.#patienceMs)
    await Promise.race([work.catch(() => undefined), patience.promise])
    clearTimeout(timer)
  }
}

class TurnedBack extends Error {}
