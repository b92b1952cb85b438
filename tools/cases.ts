// npm run cases: the odd files of tests/cases, or all of ../shared/cases, in the built page; passed of all, by kind,
// and the worst time from choosing a file to the editor or to the reason.
// `-- name` runs those whose file name has it; `-- --own` those that come with the project.
import { build } from 'vite';
import { casesOf, hasAllCases, KINDS, visitWithCases } from '../tests/support/cases';
import serveBuilt from '../tests/support/serve-built';
import { closeBrowser, openBrowser } from '../tests/support/visit';

const asked = process.argv.slice(2);
const own = asked.includes('--own');
const names = asked.filter((each) => !each.startsWith('--'));
const cases = casesOf(!own).filter(({ file }) => names.length === 0 || names.some((name) => file.includes(name)));
if (!own && !hasAllCases()) console.log('../shared/cases is not there: only the cases of the project are run.');

await build({ logLevel: 'warn' });
const stop = await serveBuilt();
await openBrowser();
const visits = visitWithCases();
const count = new Map(Object.keys(KINDS).map((kind) => [kind, { passed: 0, all: 0 }]));
let worst = { seconds: 0, file: '' };
for (const each of cases) {
  const { wrong, answeredMs } = await visits.run(each);
  const counted = count.get(each.file[0]) ?? { passed: 0, all: 0 };
  counted.all += 1;
  if (wrong === null) counted.passed += 1;
  const seconds = answeredMs === null ? Infinity : answeredMs / 1000;
  if (seconds > worst.seconds) worst = { seconds, file: each.file };
  console.log(
    `${wrong === null ? 'passed' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s  ${each.file.padEnd(30)} ${wrong ?? each.about}`,
  );
}
await visits.end();
await closeBrowser();
await stop();

console.log('\nkind                  passed / all');
let [passed, all] = [0, 0];
for (const [kind, { passed: well, all: these }] of count) {
  if (these > 0) console.log(`${`${kind} ${KINDS[kind]}`.padEnd(24)}${well} / ${these}`);
  passed += well;
  all += these;
}
console.log(`${'all'.padEnd(24)}${passed} / ${all}`);
console.log(`worst time to answer     ${worst.seconds.toFixed(1)} s (${worst.file})`);
process.exitCode = passed === all ? 0 : 1;
