/* Symmetric positive definite matrices, n × n, row by row in a flat Float64Array. */

/** Replaces the lower triangle of `a` by its Cholesky factor L (a = L Lᵀ). Ignores the rest. */
export function factorise(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    const pivotRow = j * n
    for (let i = j; i < n; i++) {
      const row = i * n
      let sum = a[row + j]!
      for (let k = 0; k < j; k++) sum -= a[row + k]! * a[pivotRow + k]!
      a[row + j] = i === j ? Math.sqrt(sum) : sum / a[pivotRow + j]!
    }
  }
}

/** Solves L Lᵀ x = b in place: `x` is b before and the solution after. */
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

/** Reads the lower triangle of `a` only and leaves it unchanged. */
export function inverse(a: Float64Array, n: number): Float64Array {
  const l = a.slice()
  factorise(l, n)
  // L⁻¹ in place, column by column; then a⁻¹ = L⁻ᵀ L⁻¹.
  for (let j = 0; j < n; j++) {
    l[j * n + j] = 1 / l[j * n + j]!
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= l[i * n + k]! * l[k * n + j]!
      l[i * n + j] = sum / l[i * n + i]!
    }
  }
  const result = new Float64Array(n * n)
  for (let k = 0; k < n; k++)
    for (let i = 0; i <= k; i++) {
      const factor = l[k * n + i]!
      for (let j = 0; j <= i; j++) result[i * n + j]! += factor * l[k * n + j]!
    }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) result[j * n + i] = result[i * n + j]!
  return result
}
