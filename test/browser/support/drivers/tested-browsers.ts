import { openChromium } from './driven-browser.ts'
import { openFirefox } from './driven-firefox.ts'
import { openWebKit } from './driven-webkit.ts'
import { missing } from './find-program.ts'

/** Chromium in `npm test`, Firefox and WebKit in `npm run test:all`. `lacking`: why one cannot start. */
export const testedBrowsers =
  process.env.BROWSERS === 'others'
    ? [
        { name: 'Firefox', open: openFirefox, lacking: await missing('firefox') },
        { name: 'WebKit', open: openWebKit, lacking: await missing('webKitDriver', 'miniBrowser', 'screen') },
      ]
    : [{ name: 'Chromium', open: openChromium, lacking: '' }]
