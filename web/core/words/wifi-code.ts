export type Wifi = { name: string; password: string; hidden: boolean }

const escapeText = (text: string) => text.replace(/[\\;,":]/g, '\\$&')

/** The text that a phone's camera reads as a network to join. Without a password the network is open. */
export function wifiCode({ name, password, hidden }: Wifi): string {
  const security = password === '' ? 'T:nopass;' : 'T:WPA;'
  const secret = password === '' ? '' : `P:${escapeText(password)};`
  return `WIFI:${security}S:${escapeText(name)};${secret}${hidden ? 'H:true;' : ''};`
}
