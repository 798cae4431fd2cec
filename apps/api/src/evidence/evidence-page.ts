import { dateWords, type Language, localeOf } from '@alize/model';
import type { Evidence } from '../contract/proof.ts';
import { escapeHtml } from '../escape-html.ts';
import { type EvidenceTexts, evidenceTexts } from './evidence-texts.ts';

/** A month's evidence as one HTML page that prints on A4 and needs nothing else: no script, no other file. */
export function evidencePage(evidence: Evidence, language: Language): string {
  const on: Page = { evidence, t: evidenceTexts[language], ...formats(language, evidence.timeZone) };
  const title = `${on.t.title} ${evidence.month} – ${evidence.client.name}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${[head, summary, chain, refusals, abandonment, people, callerIds, consents, settings, outside, versions].map((section) => section(on)).join('\n')}
<footer><p>${escapeHtml(on.t.noLegalAdvice)}</p></footer>
</main>
</body>
</html>
`;
}

interface Page extends ReturnType<typeof formats> {
  readonly evidence: Evidence;
  readonly t: EvidenceTexts;
}

function formats(language: Language, timeZone: string) {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const times = dateWords(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return {
    n: (count: number) => numbers.format(count),
    share: (ratio: number | null) => (ratio === null ? '–' : shares.format(ratio)),
    at: (ms: number | null) => (ms === null ? '–' : times(ms)),
  };
}

function head({ evidence, t, at }: Page): string {
  const facts = [
    [t.client, evidence.client.name],
    [t.centre, evidence.centre],
    [t.period, `${at(evidence.fromMs)} – ${at(evidence.toMs)}`],
    [t.zone, evidence.timeZone],
    [t.made, at(evidence.madeAtMs)],
    [t.inUse, `${evidence.packs} – tz ${evidence.zoneData}`],
  ] as const;
  const open = evidence.isMonthOver ? '' : `<p class="warning">${escapeHtml(t.monthOpen)}</p>`;
  return `<h1>${escapeHtml(t.title)} <span>${escapeHtml(evidence.month)}</span></h1>${open}${list(facts)}`;
}

function summary({ evidence, t, n }: Page): string {
  const { placed, answered, connected, abandoned, refused } = evidence.calls;
  const rows = evidence.campaigns.map((campaign) => [
    campaign.name,
    ...[campaign.placed, campaign.answered, campaign.connected, campaign.abandoned].map(n),
  ]);
  const figures = [
    [t.placed, n(placed)],
    [t.answered, n(answered)],
    [t.connected, n(connected)],
    [t.abandoned, n(abandoned)],
    [t.refused, n(refused)],
  ] as const;
  return section(
    t.summary,
    list(figures) + table(t, [t.campaign, t.placed, t.answered, t.connected, t.abandoned], rows),
  );
}

function chain({ evidence, t, n, at }: Page): string {
  const found = evidence.chain;
  if (found.kind === 'broken') {
    const facts = [
      [t.chainAt, `${n(found.number)}${found.rulingId ? ` (${found.rulingId})` : ''}`],
      [t.why, t.whys[found.why]],
    ] as const;
    return section(t.chain, `<p class="warning">${escapeHtml(t.chainBroken)}</p>${list(facts)}`);
  }
  const facts = [
    [t.chainCount, n(found.count)],
    [t.chainLetGo, n(found.countLetGo)],
    [t.period, `${at(found.firstAtMs)} – ${at(found.lastAtMs)}`],
    [t.chainFirst, found.firstSha256 ?? '–'],
    [t.chainLast, found.lastSha256 ?? '–'],
  ] as const;
  return section(t.chain, `<p>${escapeHtml(t.chainWhole)}</p>${list(facts)}${note(t.chainNote)}`);
}

function refusals({ evidence, t, n }: Page): string {
  const rows = evidence.refusals.map(({ ruleId, text, citation, strength, count }) => [
    ...[ruleId, text, citation, t.strengths[strength], n(count)],
  ]);
  const headings = [t.rule, t.meaning, t.citation, t.strength, t.count];
  return section(t.refusals, table(t, headings, rows) + note(t.refusalsNote));
}

function abandonment({ evidence, t, n, share }: Page): string {
  const rows = evidence.campaigns.flatMap(({ name, abandonment: accounts }) =>
    accounts.map(({ ruleId, citation, windows, windowsOverLimit, worst, limit }) => [
      ...[name, ruleId, citation, n(windows), n(windowsOverLimit)],
      ...[`${n(worst.numerator)} / ${n(worst.denominator)}`, share(worst.rate), share(limit)],
    ]),
  );
  const headings = [t.campaign, t.rule, t.citation, t.windows, t.overLimit, t.worst, t.rate, t.limit];
  return section(t.abandonment, table(t, headings, rows) + note(t.abandonmentNote));
}

function people({ evidence, t, n }: Page): string {
  const { one, two, three, four, more } = evidence.attemptsPerPerson;
  const rows = [
    ['1', n(one)],
    ['2', n(two)],
    ['3', n(three)],
    ['4', n(four)],
    [t.moreThanFour, n(more)],
  ];
  return section(t.people, table(t, [t.attempts, t.persons], rows) + note(t.peopleNote));
}

function callerIds({ evidence, t, n }: Page): string {
  const rows = evidence.callerIds.map((shown) => [
    ...[shown.number, shown.category, shown.holder, shown.authorisation, shown.operator].map(
      (one) => one ?? '–',
    ),
    n(shown.calls),
  ]);
  return section(
    t.callerIds,
    table(t, [t.number, t.category, t.holder, t.authorisation, t.operator, t.calls], rows),
  );
}

function consents({ evidence, t, n }: Page): string {
  const { given, withdrawn, withdrawnOrally } = evidence.consents;
  const facts = [
    [t.given, n(given)],
    [t.withdrawn, n(withdrawn)],
    [t.withdrawnOrally, n(withdrawnOrally)],
    [t.suppressions, n(evidence.suppressionsAdded)],
    [t.erasures, n(evidence.erasures)],
  ] as const;
  return section(t.consents, list(facts));
}

function settings({ evidence, t, at }: Page): string {
  const rows = evidence.ruleSettings.map(({ ruleId, kind, reason, createdBy, createdAtMs, removedAtMs }) => [
    ...[ruleId, t[kind], reason, createdBy ?? '–', at(createdAtMs), at(removedAtMs)],
  ]);
  return section(t.settings, table(t, [t.rule, t.kind, t.reason, t.by, t.from, t.to], rows));
}

function outside({ evidence, t, n }: Page): string {
  const rows = evidence.outsideAttempts.map(({ source, count }) => [source, n(count)]);
  return section(t.outside, table(t, [t.source, t.count], rows));
}

function versions({ evidence, t, n, at }: Page): string {
  const rows = evidence.versions.map((one) => [
    ...[one.packVersion, one.zoneDataVersion, n(one.rulings), at(one.firstAtMs), at(one.lastAtMs)],
  ]);
  return section(t.versions, table(t, [t.packVersion, t.zoneData, t.rulings, t.from, t.to], rows));
}

const section = (title: string, content: string) =>
  `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;
const note = (text: string) => `<p class="note">${escapeHtml(text)}</p>`;

function list(facts: readonly (readonly [name: string, value: string])[]): string {
  const entries = facts.map(
    ([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return `<dl>${entries.join('')}</dl>`;
}

function table(t: EvidenceTexts, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return `<p class="none">${escapeHtml(t.none)}</p>`;
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const style = `
@page { size: A4; margin: 16mm 14mm; }
body { font: 10.5pt/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0; }
main { max-width: 182mm; margin: 0 auto; padding: 8mm 0; }
h1 { font-size: 19pt; margin: 0 0 4mm; } h1 span { color: #555; font-weight: 400; }
h2 { font-size: 12.5pt; margin: 8mm 0 2mm; border-bottom: 1px solid #888; break-after: avoid; }
dl { margin: 0 0 3mm; } dl div { display: flex; gap: 4mm; break-inside: avoid; }
dt { flex: 0 0 62mm; color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1mm 1.5mm; border-bottom: 1px solid #ccc; overflow-wrap: break-word; }
.note, .none { color: #555; font-size: 9pt; } .warning { border: 2px solid #a00; padding: 2mm 3mm; font-weight: 600; }
footer { margin-top: 10mm; border-top: 1px solid #888; color: #555; font-size: 9pt; }
@media print { main { padding: 0; max-width: none; } }
`;
