export function Blank() {
  return <div class="scene" data-light="none" />
}
