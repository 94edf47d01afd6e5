import type { Wifi } from '../words/wifi-code.ts'

const key = 'demo-hour/hall-wifi'
const none: Wifi = { name: '', password: '', hidden: false }

/** In this browser alone: the password of a hall's network is sent to no server. */
export function readWifi(): Wifi & { stored: boolean } {
  try {
    const text = localStorage.getItem(key)
    return text === null ? { ...none, stored: false } : { ...none, ...JSON.parse(text), stored: true }
  } catch {
    return { ...none, stored: false }
  }
}

/** Returns false where the browser stores nothing, as in a private window. */
export function storeWifi(wifi: Wifi | undefined): boolean {
  try {
    if (wifi) localStorage.setItem(key, JSON.stringify(wifi))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}
