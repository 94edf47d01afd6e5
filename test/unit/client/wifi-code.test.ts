import { describe, expect, it } from 'vitest'
import { wifiCode } from '../../../web/core/words/wifi-code.ts'

describe('the code that joins a Wi-Fi', () => {
  it.each([
    [{ name: 'Town Hall', password: 'letmein1', hidden: false }, 'WIFI:T:WPA;S:Town Hall;P:letmein1;;'],
    [{ name: 'Guest', password: '', hidden: false }, 'WIFI:T:nopass;S:Guest;;'],
    [{ name: 'Staff', password: 'x', hidden: true }, 'WIFI:T:WPA;S:Staff;P:x;H:true;;'],
    [
      { name: 'a;b,c:"d"\\e', password: 'p;:,"\\', hidden: false },
      'WIFI:T:WPA;S:a\\;b\\,c\\:\\"d\\"\\\\e;P:p\\;\\:\\,\\"\\\\;;',
    ],
  ])('for %o is %s', (wifi, text) => {
    expect(wifiCode(wifi)).toBe(text)
  })
})
