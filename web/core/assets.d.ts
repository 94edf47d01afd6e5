declare module '*.css'

/** The address of a script that is served as it is. */
declare module '*.mjs?url' {
  const address: string
  export default address
}
