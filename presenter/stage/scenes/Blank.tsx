import './blank.css'

/** Nothing at all. */
export function Blank() {
  return <div class="scene blank" />
}
