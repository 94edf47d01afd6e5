import type { Network } from '../../../api/schema/network.ts'

/** What to do when no phone gets through, the likeliest first. */
export function remedies(addresses: Network['addresses']): string[] {
  const [first] = addresses
  if (first?.name === 'PUBLIC_URL')
    return [
      'Is the phone online? Open any other website on it.',
      `Does ${first.address} lead here? Whoever runs the server can check its name and its proxy.`,
    ]
  return [
    'Is the phone in the same Wi-Fi as this computer? Mobile data does not lead here.',
    'Does the hall keep devices apart? Guest networks often do. Ask for the staff network, or connect both to a phone’s hotspot or a travel router.',
    'Does this computer’s firewall block it? Allow Node.js or Demo Hour on public networks, too.',
    'Is a VPN on, here or on the phone? Switch it off for the event.',
    ...(addresses.length > 1
      ? ['Is it the wrong address? This computer has several: choose another and scan again.']
      : []),
  ]
}
