export function Key(props: { name: string }) {
  return <kbd class="key">{props.name}</kbd>
}
