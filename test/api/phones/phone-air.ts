/** The hall's Wi-Fi, as bad as a test wants it. */
export type Air = {
  /** Off: nothing gets out and nothing comes in. */
  on: boolean
  /** How often each request is carried to the server. */
  copies: number
  /** The share of answers, 0 to 1, that get lost after the request was carried out. */
  drop: number
  /** The first copy takes up to so long, the others up to eight times that. */
  delayMs: number
  /** Counts what was done, so that a test can say that it was bad enough. */
  sent: number
  lost: number
  carry(request: () => Promise<Response>): Promise<Response>
  /** Resolves when the last straggler has arrived. */
  quiet(): Promise<void>
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export function makeAir(weather: Partial<Pick<Air, 'copies' | 'drop' | 'delayMs'>> = {}): Air {
  const onTheWay = new Set<Promise<unknown>>()

  async function oneCopy(air: Air, delayMs: number, request: () => Promise<Response>): Promise<Response> {
    await pause(delayMs)
    air.sent += 1
    const response = await request()
    // Read whole, so that nothing is left half open when the answer is thrown away.
    return new Response(await response.text(), response)
  }

  const air: Air = {
    on: true,
    copies: 1,
    drop: 0,
    delayMs: 0,
    sent: 0,
    lost: 0,
    ...weather,
    async carry(request) {
      if (!air.on) throw new TypeError('No network')
      // The first copy is quick; the others may be held back far longer than it takes to tap again.
      const copies = Array.from({ length: air.copies }, (_, n) =>
        oneCopy(air, air.delayMs * Math.random() * (n === 0 ? 1 : 8), request),
      )
      for (const copy of copies) {
        const landed = copy.catch(() => {}).then(() => void onTheWay.delete(landed))
        onTheWay.add(landed)
      }
      const answer = await Promise.any(copies).catch(() => {
        throw new TypeError('No server')
      })
      if (Math.random() >= air.drop && air.on) return answer
      air.lost += 1
      throw new TypeError('The answer got lost')
    },
    async quiet() {
      while (onTheWay.size > 0) await Promise.all(onTheWay)
    },
  }
  return air
}
