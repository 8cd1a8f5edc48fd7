import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Closes a run with what failed, by name, and one plain line of counts, for readers and for CI, which may keep only
 * the end. A test that passed only when it was tried again is named too: it races with something.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) {
        count.failed += 1;
        console.log(`failed: ${module.relativeModuleId}`);
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state] += 1;
        if (state === 'failed') console.log(`failed: ${nameOf(test)}: ${reasonOf(test)}`);
        else if (test.diagnostic()?.flaky) console.log(`passed only when tried again: ${nameOf(test)}`);
      }
    }
    if (process.env.CI && count.skipped > 0) {
      process.exitCode = 1;
      console.log('CI skips nothing: install what the skipped tests need.');
    }
    console.log(`\ntests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}

const nameOf = (test: TestCase) => `${test.module.relativeModuleId} > ${test.fullName}`;

const reasonOf = (test: TestCase) => test.result().errors?.[0]?.message.split('\n')[0] ?? 'no reason given';
