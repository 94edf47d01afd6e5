import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NamedAddress } from './public-address.ts'

/**
 * The addresses of this server that phones may use, which of them the owner has chosen, and when a phone last came to each. A computer in
 * two networks cannot know which one is the hall's.
 */
export function createPhoneAddresses(dataDir: string, list: () => NamedAddress[]) {
  const file = join(dataDir, 'phone-address')
  const visits = new Map<string, string>()
  let listNow = list
  let chosen: string | undefined
  return {
    listFrom(list: () => NamedAddress[]): void {
      listNow = list
    },
    list: () => listNow().map((named) => ({ ...named, phoneAt: visits.get(named.address) ?? null })),
    /** Written to the data folder, because the codes on posters outlive a restart; on a full disk it holds until then. */
    async choose(address: string): Promise<void> {
      chosen = address
      await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(() => {})
      await writeFile(file, `${address}\n`).catch(() => {})
    },
    /** The chosen address while this machine has it; else the current one while it has that; else the likeliest. */
    async pick(current?: string): Promise<string> {
      chosen ??= (await readFile(file, 'utf8').catch(() => '')).trim()
      const addresses = listNow().map(({ address }) => address)
      return (
        addresses.find((address) => address === chosen) ??
        addresses.find((address) => address === current) ??
        addresses[0]!
      )
    },
    /** Returns whether the address is one of this server's. */
    recordVisit(address: string, at: string): boolean {
      const isKnown = listNow().some((named) => named.address === address)
      if (isKnown) visits.set(address, at)
      return isKnown
    },
  }
}

export type PhoneAddresses = ReturnType<typeof createPhoneAddresses>
