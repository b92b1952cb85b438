// npm test: installs what is missing, then every check. All of them run; the last line counts them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, ROOT, runPackage, runTypeScript } from './install.mjs';

const count = { passed: 0, failed: 0, skipped: 0 };
/** Tests that failed at the first try and passed at the second, by name. */
const unsteady = [];
const reports = mkdtempSync(join(tmpdir(), 'stipple-test-'));

/** Runs one step and prints how long it took. */
function timed(name, work) {
  console.log(`\n── ${name}`);
  const from = performance.now();
  const well = work();
  console.log(`── ${name}: ${well ? 'passed' : 'FAILED'} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return well;
}

/** A check that counts as one. */
function check(name, work) {
  const well = timed(name, work);
  count[well ? 'passed' : 'failed'] += 1;
  return well;
}

/** The tests of one Vitest project, each counted. */
function tests(project) {
  const report = join(reports, `${project}.json`);
  timed(`${project} tests`, () => {
    const well = runPackage('vitest/vitest.mjs', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
    count.passed += told?.numPassedTests ?? 0;
    for (const { status, failureMessages, fullName } of told?.testResults.flatMap((file) => file.assertionResults) ??
      [])
      if (status === 'passed' && failureMessages.length > 0) unsteady.push(fullName);
    count.skipped += (told?.numPendingTests ?? 0) + (told?.numTodoTests ?? 0);
    // A file that cannot be loaded, or a run that breaks off, has no failed test to count.
    count.failed += Math.max(told?.numFailedTests ?? 0, well ? 0 : 1);
    return well;
  });
}

/** A project that cannot run at all counts as one failure. */
function cannotRun(project, why) {
  console.error(`\n── ${project} tests: FAILED (${why})`);
  count.failed += 1;
}

function everything() {
  process.chdir(ROOT);
  if (!check('install', install)) return;
  if (!check('prepare', () => runTypeScript('tools/prepare.ts'))) return;
  check('types', () => runPackage('typescript/bin/tsc', ['--noEmit']));
  check('types of the model', () => runPackage('typescript/bin/tsc', ['--noEmit', '-p', 'src/model']));
  check('lint', () => runPackage('eslint/bin/eslint.js', ['.', '--max-warnings', '0']));
  check('format', () => runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']));
  const built = check('build', () => runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn']));
  tests('unit');
  tests('long');
  if (!timed('Chromium', () => runTypeScript('tools/ensure-chromium.ts'))) {
    cannotRun('browser', 'no Chromium');
    cannotRun('e2e', 'no Chromium');
    return;
  }
  tests('browser');
  if (built) tests('e2e');
  else cannotRun('e2e', 'the app is not built');
}

everything();
rmSync(reports, { recursive: true, force: true });
for (const name of unsteady) console.log(`\npassed only at the second try: ${name}`);
if (count.skipped > 0) console.log(`\n${count.skipped} skipped (their names say why)`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
