import './blank.css'

export function Blank() {
  return <div class="scene blank" />
}
