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
    list: () => listNow().map(({ name, address }) => ({ name, address, phoneAt: visits.get(address) ?? null })),
    /** Written to the data folder, because the codes on posters outlive a restart; on a full disk it holds until then. */
    async choose(address: string): Promise<void> {
      chosen = address
      await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(() => {})
      await writeFile(file, `${address}\n`).catch(() => {})
    },
    /**
     * The chosen address while this machine has it; else the current one, so that a second card does not change the codes, unless only
     * another is likely to be reached; else the likeliest.
     */
    async pick(current?: string): Promise<string> {
      chosen ??= (await readFile(file, 'utf8').catch(() => '')).trim()
      const addresses = listNow()
      const find = (address: string | undefined) => addresses.find((named) => named.address === address)
      const likeliest = addresses[0]!
      const same = find(current)
      const usual = same && (same.isLikely || !likeliest.isLikely) ? same : likeliest
      return (find(chosen) ?? usual).address
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
