/*
 * Symmetric positive definite matrices, n × n, row by row in a flat Float64Array. Only what the ranking needs.
 */

/**
 * Replaces the lower triangle of `a` by its Cholesky factor L (a = L Lᵀ). Reads nothing above the diagonal.
 * Four rows at a time, because one sum at a time leaves the processor waiting for the addition before.
 */
export function factorise(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    const row = j * n
    let left = a[row + j]!
    for (let k = 0; k < j; k++) left -= a[row + k]! * a[row + k]!
    const pivot = Math.sqrt(left)
    a[row + j] = pivot
    let i = j + 1
    for (; i + 3 < n; i += 4) {
      const r0 = i * n
      const r1 = r0 + n
      const r2 = r1 + n
      const r3 = r2 + n
      let s0 = a[r0 + j]!
      let s1 = a[r1 + j]!
      let s2 = a[r2 + j]!
      let s3 = a[r3 + j]!
      for (let k = 0; k < j; k++) {
        const shared = a[row + k]!
        s0 -= a[r0 + k]! * shared
        s1 -= a[r1 + k]! * shared
        s2 -= a[r2 + k]! * shared
        s3 -= a[r3 + k]! * shared
      }
      a[r0 + j] = s0 / pivot
      a[r1 + j] = s1 / pivot
      a[r2 + j] = s2 / pivot
      a[r3 + j] = s3 / pivot
    }
    for (; i < n; i++) {
      let sum = a[i * n + j]!
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[row + k]!
      a[i * n + j] = sum / pivot
    }
  }
}

/** Solves L Lᵀ x = b in place: `x` comes as b and leaves as the solution. */
export function solveFactorised(l: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = x[i]!
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * x[k]!
    x[i] = sum / l[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    const solved = x[i]! / l[i * n + i]!
    x[i] = solved
    for (let k = 0; k < i; k++) x[k]! -= l[i * n + k]! * solved
  }
}

/** The whole inverse of `a`, of which only the lower triangle is read. Leaves `a` as it was. */
export function inverse(a: Float64Array, n: number): Float64Array {
  const l = a.slice()
  factorise(l, n)
  // L⁻¹ in place, column by column from the left; then a⁻¹ = L⁻ᵀ L⁻¹.
  for (let j = 0; j < n; j++) {
    l[j * n + j] = 1 / l[j * n + j]!
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= l[i * n + k]! * l[k * n + j]!
      l[i * n + j] = sum / l[i * n + i]!
    }
  }
  const out = new Float64Array(n * n)
  for (let k = 0; k < n; k++)
    for (let i = 0; i <= k; i++) {
      const lift = l[k * n + i]!
      for (let j = 0; j <= i; j++) out[i * n + j]! += lift * l[k * n + j]!
    }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j]!
  return out
}
