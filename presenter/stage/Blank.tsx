/** Nothing at all. */
export function Blank() {
  return <div class="scene blank" />
}
