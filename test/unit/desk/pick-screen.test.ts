import { describe, expect, it } from 'vitest'
import { pickScreen, windowFeatures } from '../../../presenter/desk/own-laptop/pick-screen.ts'

const screenAt = (availLeft: number, isInternal: boolean) => ({
  ...{ availLeft, availTop: 0, availWidth: 1280, availHeight: 720, isInternal },
})
const laptop = screenAt(0, true)
const projector = screenAt(1280, false)
const monitor = screenAt(-1280, false)

describe('the window of a team’s page', () => {
  it('opens on the projector, and never on the screen of the desk', () => {
    expect(pickScreen([laptop, projector], laptop)).toBe(projector)
    expect(pickScreen([laptop, projector], projector)).toBe(laptop)
    expect(pickScreen([laptop, monitor, projector], monitor)).toBe(projector)
    expect(pickScreen([laptop], laptop)).toBeUndefined()
  })

  it('covers that screen, or is an ordinary window, and cannot reach the desk', () => {
    expect(windowFeatures(projector)).toBe('noopener,noreferrer,popup,left=1280,top=0,width=1280,height=720')
    expect(windowFeatures(undefined)).toBe('noopener,noreferrer')
  })
})
