/** The median of the first `n` (≥ 1) numbers; for even `n` the mean of the two middle ones. Reorders them. */
export function computeMedian(numbers: Float64Array, n = numbers.length): number {
  const upper = n >> 1
  select(numbers, n, upper)
  if (n % 2 === 1) return numbers[upper]!
  let lower = numbers[0]!
  for (let i = 1; i < upper; i++) if (numbers[i]! > lower) lower = numbers[i]!
  return (lower + numbers[upper]!) / 2
}

/** Hoare's selection: moves the number of rank `k` to index `k`, smaller ones before it. Sorting takes five times as long. */
function select(numbers: Float64Array, n: number, k: number): void {
  let left = 0
  let right = n - 1
  while (left < right) {
    const pivot = numbers[k]!
    let i = left
    let j = right
    while (i <= j) {
      while (numbers[i]! < pivot) i++
      while (numbers[j]! > pivot) j--
      if (i <= j) {
        const swap = numbers[i]!
        numbers[i++] = numbers[j]!
        numbers[j--] = swap
      }
    }
    if (j < k) left = i
    if (k < i) right = j
  }
}
