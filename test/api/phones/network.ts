export type Air = {
  /** False: no request leaves the phone and no answer reaches it. */
  on: boolean
  copies: number
  /** The share of answers, 0 to 1, that get lost after the request was carried out. */
  drop: number
  /** The first copy takes up to so long, the others up to eight times that. */
  delayMs: number
  /** Counters, so that a test can assert that the network was bad enough. */
  sent: number
  lost: number
  carry(request: () => Promise<Response>): Promise<Response>
  /** Resolves when the last delayed copy has arrived. */
  quiet(): Promise<void>
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export function makeAir(weather: Partial<Pick<Air, 'copies' | 'drop' | 'delayMs'>> = {}): Air {
  const onTheWay = new Set<Promise<unknown>>()

  async function oneCopy(air: Air, delayMs: number, request: () => Promise<Response>): Promise<Response> {
    await pause(delayMs)
    air.sent += 1
    const response = await request()
    // Reads the whole answer, so that a dropped one leaves no connection half open.
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
      // The first copy is quick; others may arrive long after the next tap.
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
