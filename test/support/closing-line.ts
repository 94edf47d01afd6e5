import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line: `N passed, N failed`, and `, N skipped` when there are any. */
export class ClosingLine implements Reporter {
  #line = ''

  constructor() {
    // Whatever else is said while the run is put away comes before.
    process.once('exit', () => {
      if (this.#line !== '') process.stdout.write(`${this.#line}\n`)
    })
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      // A file that cannot be read, or a set-up that fails, leaves its tests unrun: that is a failure too.
      count.failed += [module, ...module.children.allSuites()].filter((group) => group.errors().length > 0).length
    }
    const skipped = count.skipped + count.pending
    this.#line = `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  }
}
