import { logo } from '../../core/browser/shrink-picture.ts'
import { PictureField } from '../../ui/forms/PictureField.tsx'
import type { Organising } from '../organising.ts'

export function PictureForm(props: { organising: Organising }) {
  return (
    <PictureField
      label="The event’s picture (optional)"
      hint="For the stage: a PNG, JPEG or WebP. A wide one with a plain or no background looks best."
      kind={logo}
      picture={props.organising.now.event.picture}
      alt="The event’s picture"
      onChange={props.organising.changePicture}
    />
  )
}
