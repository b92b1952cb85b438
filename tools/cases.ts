// npm run cases: the odd files of tests/cases, or all of ../shared/cases, in the built page, and faults that are made while somebody
// works on it. Prints what passed of all, by kind; faults injected and survived, with how much work each lost and what was said; the worst
// time to answer; requests to anybody but the page's own origin.
// `-- name` runs those in whose file or name it is; `-- --own` the files that come with the project; `-- --files` or `-- --faults` those alone.
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { casesOf, hasAllCases, KINDS, visitWithCases } from '../tests/support/cases';
import serveBuilt from '../tests/support/serve-built';
import { builtAddress, closeBrowser, openBrowser } from '../tests/support/visit';
import { FAULTS } from './cases/faults';
import { OPENING_FAULTS } from './cases/opening-faults';
import { MOST_LOST_MS, runFault, runFaultsInOnePage, runOpeningFault } from './cases/run-fault';
import type { FaultRun } from './cases/run-fault';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    own: { type: 'boolean', default: false },
    files: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});
const isAsked = (name: string): boolean => positionals.length === 0 || positionals.some((part) => name.includes(part));
const requests: string[] = [];

/** The slowest of what was answered. `seconds`: Infinity where something never was. */
interface Slowest {
  seconds: number;
  what: string;
}
const slower = (worst: Slowest, ms: number | null, what: string): void => {
  const seconds = ms === null ? Infinity : ms / 1000;
  if (seconds > worst.seconds) Object.assign(worst, { seconds, what });
};
const inSeconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1000).toFixed(1)).padStart(6);

/** All files, one after the other, with what passed of all by kind. */
async function runFiles(worst: Slowest): Promise<{ readonly passed: number; readonly all: number; print(): void }> {
  const count = new Map(Object.keys(KINDS).map((kind) => [kind, { passed: 0, all: 0 }]));
  const total = { passed: 0, all: 0 };
  const visits = visitWithCases();
  for (const each of casesOf(!values.own).filter(({ file }) => isAsked(file))) {
    const { wrong, answeredMs } = await visits.run(each);
    for (const counted of [total, count.get(each.file[0])]) {
      if (counted === undefined) continue;
      counted.all += 1;
      if (wrong === null) counted.passed += 1;
    }
    slower(worst, answeredMs, each.file);
    console.log(
      `${wrong === null ? 'passed' : 'FAILED'} ${inSeconds(answeredMs)} s  ${each.file.padEnd(30)} ${wrong ?? each.about}`,
    );
  }
  await visits.end();
  requests.push(...visits.requests);
  return {
    ...total,
    print: () => {
      console.log('\nkind                        passed / all');
      for (const [kind, { passed, all }] of count)
        if (all > 0) console.log(`${`${kind} ${KINDS[kind]}`.padEnd(28)}${passed} / ${all}`);
      console.log(`${'all'.padEnd(28)}${total.passed} / ${total.all}`);
    },
  };
}

/** All faults, one after the other. */
async function runFaults(worst: Slowest): Promise<readonly FaultRun[]> {
  const runs: FaultRun[] = [];
  const say = (run: FaultRun): void => {
    runs.push(run);
    requests.push(...run.requests);
    slower(worst, run.answeredMs, run.name);
    const told = run.wrong ?? (run.said === null ? 'nobody notices' : `“${run.said}”`);
    console.log(
      `${run.wrong === null ? 'survived' : 'FAILED  '} ${inSeconds(run.answeredMs)} s, lost ${inSeconds(run.lostMs)} s  ${run.kind.padEnd(4)}${run.name.padEnd(56)} ${told}`,
    );
  };
  console.log('');
  const asked = FAULTS.filter(({ name }) => isAsked(name));
  await runFaultsInOnePage(
    asked.filter(({ kept }) => kept === 'page'),
    say,
  );
  for (const fault of asked.filter(({ kept }) => kept !== 'page')) say(await runFault(fault));
  for (const fault of OPENING_FAULTS.filter(({ name }) => isAsked(name))) say(await runOpeningFault(fault));
  return runs;
}

if (!values.own && !hasAllCases()) console.log('../shared/cases is not there: only the cases of the project are run.');
if (!values.built) await build({ logLevel: 'warn' });
const stop = await serveBuilt();
await openBrowser();
const [slowFile, slowFault]: Slowest[] = [
  { seconds: 0, what: 'none' },
  { seconds: 0, what: 'none' },
];
const files = values.faults ? null : await runFiles(slowFile);
const faults = values.files ? [] : await runFaults(slowFault);
const origin = new URL(builtAddress()).origin;
const strangers = requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== origin);
await closeBrowser();
await stop();

files?.print();
const survived = faults.filter(({ wrong }) => wrong === null);
const mostLost = Math.max(0, ...faults.map(({ lostMs }) => lostMs ?? 0));
console.log(`
faults injected / survived  ${faults.length} / ${survived.length}, with at most ${MOST_LOST_MS / 1000} s of work lost and a sentence where something does not go on
most work lost              ${(mostLost / 1000).toFixed(2)} s
worst time to answer        file ${slowFile.seconds.toFixed(1)} s (${slowFile.what}), fault ${slowFault.seconds.toFixed(1)} s (${slowFault.what})
requests off origin         ${strangers.length} of ${requests.length}${strangers.map((url) => `\n  ${url}`).join('')}`);
const isWell = (files === null || files.passed === files.all) && survived.length === faults.length;
process.exitCode = isWell && strangers.length === 0 ? 0 : 1;
