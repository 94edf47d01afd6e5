import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'

const slowTests =
  'npm run test:all adds the slow tests: faults, long random shows and requests, every bench in miniature, each page and ' +
  'each state of a judge’s phone, a showcase in browsers, the clocks of screens, Firefox and WebKit, and the API on the embedded database.'

/** Prints each skipped test, what `npm test` leaves out, and one line: `N passed, N failed`, and `, N skipped`. */
export class ClosingLine implements Reporter {
  #namePattern: RegExp | undefined

  onInit(vitest: Vitest): void {
    this.#namePattern = vitest.config.testNamePattern
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    const skipped: TestCase[] = []
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state] += 1
        if (state === 'skipped' || state === 'pending') skipped.push(test)
      }
      // A file that cannot be read, or a failed set-up, leaves its tests unrun: a failure, too.
      count.failed += [module, ...module.children.allSuites()].filter((group) => group.errors().length > 0).length
    }
    const projects = new Set(modules.map((module) => module.project.name))
    const isNpmTest = ['unit', 'api', 'browser'].every((name) => projects.has(name))
    const lines = [
      ...(this.#namePattern ? [] : skipped).map((test) => `skipped: ${test.fullName}${noteOf(test)}`),
      ...(isNpmTest ? [slowTests] : []),
      `${count.passed} passed, ${count.failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
    ]
    // Registered here, because the configuration is read once for each project. Prints after everything that the set-ups print while they
    // stop.
    process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`))
  }
}

function noteOf(test: TestCase): string {
  const result = test.result()
  return 'note' in result && result.note ? ` (${result.note})` : ''
}
