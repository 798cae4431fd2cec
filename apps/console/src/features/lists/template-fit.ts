import type { Template } from '../../shared/trade/contract.ts';
import type { ImportDraft } from './draft.ts';

/** Whether saved settings are for a file of these columns: the same headings in the same order, whatever their case. */
export function fits(template: Pick<Template, 'headings'>, headings: readonly string[]): boolean {
  return folded(template.headings) === folded(headings);
}

/** The draft with all that a template says; what the person chose of list and name stays. */
export function withTemplate(
  draft: ImportDraft,
  { id, settings }: Pick<Template, 'id' | 'settings'>,
): ImportDraft {
  return { ...draft, settings, templateId: id };
}

const folded = (headings: readonly string[]) =>
  headings.map((heading) => heading.trim().toLowerCase().normalize('NFC')).join('\n');
