import { createSignal, onCleanup, onMount } from 'solid-js'
import type { Network } from '../../../api/schema/network.ts'
import { createAction } from '../../core/action.ts'
import { api, ask } from '../../core/api.ts'

const everyMs = 2_000

/** Reads again and again which phones have come, while somebody looks at the page. */
export function createPhoneCheck() {
  const [network, setNetwork] = createSignal<Network>()
  const load = createAction(async () => setNetwork(await ask<Network>(api.network.$get())))
  const choose = createAction(async (address: string) =>
    setNetwork(await ask<Network>(api.network.$put({ json: { address } }))),
  )
  onMount(() => {
    load.run()
    const timer = setInterval(() => {
      if (!document.hidden && !choose.busy()) load.run()
    }, everyMs)
    onCleanup(() => clearInterval(timer))
  })
  const phoneAt = (address: string) => network()?.addresses.find((known) => known.address === address)?.phoneAt
  return {
    network,
    refused: () => choose.refused() ?? load.refused(),
    choose: (address: string) => choose.run(address),
    /** When a phone last came to the address in the codes. */
    cameAt: () => phoneAt(network()?.address ?? ''),
    /** Another address of this computer to which a phone has come, while none has come to the address in the codes. */
    betterAddress: () => network()?.addresses.find(({ address, phoneAt }) => phoneAt && address !== network()?.address),
  }
}
