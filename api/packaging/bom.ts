export type Component = { 'bom-ref': string; name: string; properties?: { name: string; value: string }[] }
export type Bom = {
  metadata: { component: { 'bom-ref': string; name: string } }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

/** Limits a list of all components to those with one of the references, which are `name@version`. */
export function limitBom(all: Bom, shippedReferences: string[]): Bom {
  const root = all.metadata.component
  const references = new Set([root['bom-ref'], ...shippedReferences])
  return {
    ...all,
    // npm names the folder of the clone.
    metadata: { ...all.metadata, component: { ...root, name: 'demo-hour' } },
    components: all.components.filter((component) => references.has(component['bom-ref'])).map(withoutDevelopmentMark),
    dependencies: all.dependencies
      .filter(({ ref }) => references.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => references.has(other)) })),
  }
}

/** `node_modules/a/node_modules/@b/c` of a file below it; undefined for a file of this project. */
export function packageFolder(file: string): string | undefined {
  const path = file.replaceAll('\\', '/').replaceAll('\0', '')
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]
}

/** npm marks what is bundled as needed for development alone. */
function withoutDevelopmentMark(component: Component): Component {
  return {
    ...component,
    properties: component.properties?.filter(({ name }) => name !== 'cdx:npm:package:development'),
  }
}
