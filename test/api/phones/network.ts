export type Network = {
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
  settled(): Promise<void>
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export function makeNetwork(quality: Partial<Pick<Network, 'copies' | 'drop' | 'delayMs'>> = {}): Network {
  const pending = new Set<Promise<unknown>>()

  async function sendCopy(network: Network, delayMs: number, request: () => Promise<Response>): Promise<Response> {
    await pause(delayMs)
    network.sent += 1
    const response = await request()
    // Reads the whole answer, so that a dropped one leaves no connection half open.
    return new Response(await response.text(), response)
  }

  const network: Network = {
    on: true,
    copies: 1,
    drop: 0,
    delayMs: 0,
    sent: 0,
    lost: 0,
    ...quality,
    async carry(request) {
      if (!network.on) throw new TypeError('No network')
      const copies = Array.from({ length: network.copies }, (_, n) =>
        sendCopy(network, network.delayMs * Math.random() * (n === 0 ? 1 : 8), request),
      )
      for (const copy of copies) {
        const arrived = copy.catch(() => {}).then(() => void pending.delete(arrived))
        pending.add(arrived)
      }
      const answer = await Promise.any(copies).catch(() => {
        throw new TypeError('No server')
      })
      if (Math.random() >= network.drop && network.on) return answer
      network.lost += 1
      throw new TypeError('The answer got lost')
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
  return network
}
