import type { Language } from '@alize/model';
import type { DataShape, Variable } from './variables.ts';

const words = {
  fr: {
    title: 'Dictionnaire des codes',
    intro:
      'Une ligne par entretien. Un texte qu’un tableur prendrait pour une formule commence par une apostrophe ; les textes sont coupés à 500 octets dans data.csv et à 255 dans data.sav.',
    variable: 'Variable',
    label: 'Question',
    type: 'Type',
    codes: 'Codes',
    number: 'numérique',
    text: 'texte',
    missing: 'valeur manquante',
    sets: 'Questions à réponses multiples',
  },
  en: {
    title: 'Codebook',
    intro:
      'One row for each interview. A text that a spreadsheet would run as a formula begins with an apostrophe; texts are cut to 500 bytes in data.csv and to 255 in data.sav.',
    variable: 'Variable',
    label: 'Question',
    type: 'Type',
    codes: 'Codes',
    number: 'numeric',
    text: 'text',
    missing: 'missing value',
    sets: 'Multiple-choice questions',
  },
} as const;

/** What every column and code of the data means, as a page that prints well. */
export function codebook({ variables, sets }: DataShape, campaignName: string, language: Language): string {
  const said = words[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(`${said.title} – ${campaignName}`)}</title>
<style>body{font:15px/1.45 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1b1e}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ced4da;padding:.4rem .5rem;text-align:left;vertical-align:top}
code{font-family:ui-monospace,monospace}ul{margin:0;padding-left:1.1rem}tr{break-inside:avoid}</style></head>
<body><h1>${escaped(said.title)}</h1><p>${escaped(campaignName)}</p><p>${escaped(said.intro)}</p>
<table><thead><tr><th>${said.variable}</th><th>${said.label}</th><th>${said.type}</th><th>${said.codes}</th></tr></thead><tbody>
${variables.map((variable) => row(variable, said)).join('\n')}
</tbody></table>${
    sets.length === 0
      ? ''
      : `<h2>${escaped(said.sets)}</h2><ul>${sets
          .map(
            (set) =>
              `<li><code>$${set.name}</code> ${escaped(set.label)} : ${set.variables.map((name) => `<code>${name}</code>`).join(', ')}</li>`,
          )
          .join('')}</ul>`
  }</body></html>
`;
}

function row(variable: Variable, said: (typeof words)[Language]): string {
  const codes = variable.values.map(({ code, label }) => {
    const note = variable.missing.includes(code) ? ` (${said.missing})` : '';
    return `<li><code>${code}</code> ${escaped(label)}${note}</li>`;
  });
  return `<tr><td><code>${variable.name}</code></td><td>${escaped(variable.label)}</td><td>${said[variable.kind]}</td><td>${
    codes.length > 0 ? `<ul>${codes.join('')}</ul>` : ''
  }</td></tr>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
