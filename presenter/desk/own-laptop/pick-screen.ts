/** As the Window Management API describes a screen, in pixels of the desktop. */
export type DesktopScreen = {
  availLeft: number
  availTop: number
  availWidth: number
  availHeight: number
  isInternal: boolean
}

/** The projector's screen: an external one before the laptop's own, and never the one that the desk is on. */
export function pickScreen<S extends DesktopScreen>(screens: readonly S[], deskScreen: S): S | undefined {
  const others = screens.filter((screen) => screen !== deskScreen)
  return others.find((screen) => !screen.isInternal) ?? others[0]
}

/** `noopener`: the team's page must not reach the desk. */
export function windowFeatures(screen: DesktopScreen | undefined): string {
  const safe = 'noopener,noreferrer'
  if (!screen) return safe
  const { availLeft, availTop, availWidth, availHeight } = screen
  return `${safe},popup,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`
}
