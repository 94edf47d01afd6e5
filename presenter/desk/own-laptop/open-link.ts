import { type DesktopScreen, pickScreen, windowFeatures } from './pick-screen.ts'

type ScreenDetails = { screens: DesktopScreen[]; currentScreen: DesktopScreen }
type ScreenWindow = Window & { getScreenDetails?: () => Promise<ScreenDetails> }

/** Chromium asks once whether the page may see the screens, and offers this over https and on the own machine only. */
async function findProjector(): Promise<DesktopScreen | undefined> {
  try {
    const details = await (window as ScreenWindow).getScreenDetails?.()
    return details && pickScreen(details.screens, details.currentScreen)
  } catch {
    return undefined
  }
}

/** In a window of its own: most pages refuse to be framed, and this one's policy loads nothing from elsewhere. */
export async function openLink(address: string): Promise<void> {
  window.open(address, '_blank', windowFeatures(await findProjector()))
}
