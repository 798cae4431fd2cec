/**
 * Our pacing beside others, in the same simulator with the same seeds: share of paid time without pauses in talk and
 * wrap-up, waiting between calls, people abandoned within the law's 2 s event, the worst window, and the share of the
 * best constant price chosen in hindsight.
 *
 *   npm run pacing -w bench
 *   npm run pacing -w bench -- --only '20 agents' --rule 'ours|VICIdial'
 *   npm run pacing -w bench -- --seeds 20 --markdown
 *
 * --only and --rule are regular expressions; --no-bounds leaves out the bounds, which take most of the time; --json
 * prints everything measured, --markdown the tables of docs/pacing.md.
 */
import { parseArgs } from 'node:util';
import { judgeAims } from './aims.ts';
import { type Comparison, compare } from './comparison.ts';
import { Crew } from './crew.ts';
import { benchScenarios } from './scenarios.ts';
import { markdownOf, textOf } from './show.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rule: { type: 'string', default: '' },
    seeds: { type: 'string', default: '3' },
    'no-bounds': { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const workersCount = 2;
const isPlain = !values.markdown && !values.json;
const days = benchScenarios.filter(({ scenario }) => new RegExp(values.only).test(scenario.name));
const wish = {
  seeds: Array.from({ length: Number(values.seeds) }, (_, index) => index + 1),
  rule: new RegExp(values.rule),
  hasBounds: !values['no-bounds'],
};

const crew = new Crew(workersCount);
const comparisons: Comparison[] = [];
const startedAt = performance.now();
for (const day of days) {
  const comparison = await compare(day, wish, crew);
  comparisons.push(comparison);
  if (isPlain) console.log(textOf(comparison));
}
await crew.stop();

if (values.markdown) console.log(markdownOf(comparisons));
if (values.json) console.log(JSON.stringify(comparisons));
else console.log(judgeAims(comparisons));
if (isPlain) {
  const calls = comparisons.flatMap(({ rows }) => rows).reduce((sum, { outcome }) => sum + outcome.calls, 0);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `\n${days.length} scenarios, ${wish.seeds.length} seeds, ${calls} calls in ${seconds.toFixed(0)} s`,
  );
}
