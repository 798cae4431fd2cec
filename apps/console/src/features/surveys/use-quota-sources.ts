import type { ScriptQuestion } from '@alize/model';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../shared/trade/contract.ts';
import type { GroupForm } from './quota-form.ts';
import { emptyGroup } from './ready-dimensions.ts';
import { fieldsQuery, scriptQuery } from './survey-queries.ts';

/** Fields of a lead by which people are told apart. */
const fields = ['civility', 'birthDate', 'postalCode', 'city', 'region', 'country', 'company'] as const;
/** Questions whose answers can be put in groups. */
const askedKinds = ['single', 'multiple', 'number', 'scale', 'date', 'text'];

/** What a criterion can be read from. */
export interface QuotaSources {
  readonly choices: readonly { group: string; items: { value: string; label: string }[] }[];
  /** What a source is called, and a group for each of its answers where those are few. */
  readonly find: (source: string | null) => { label: string; groups: readonly GroupForm[] } | null;
  readonly fields: readonly string[];
  readonly questions: readonly ScriptQuestion[];
  readonly isPending: boolean;
}

/** What a campaign's criteria can be read from: its leads' fields, the client's own columns, its script's questions. */
export function useQuotaSources(campaign: Campaign): QuotaSources {
  const { t } = useTranslation('surveys');
  const script = useQuery(scriptQuery(campaign.scriptVersionId));
  const own = useQuery(fieldsQuery(campaign.id));
  const questions = (script.data?.steps ?? [])
    .flatMap((step) => step.questions)
    .filter(({ kind }) => askedKinds.includes(kind));
  const customs = (own.data ?? []).flatMap(({ of, conditionField }) =>
    of === 'column' && conditionField ? [conditionField] : [],
  );
  const fieldItems = [
    ...fields.map((field) => ({ value: `field:${field}`, label: t(`editor.field.${field}`) })),
    ...customs.map((field) => ({ value: `field:${field}`, label: field.replace(/^custom:/, '') })),
  ];
  const questionItems = questions.map(({ id, label }) => ({ value: `question:${id}`, label }));
  const labels = new Map([...fieldItems, ...questionItems].map(({ value, label }) => [value, label]));
  return {
    choices: [
      { group: t('editor.fields'), items: fieldItems },
      ...(questionItems.length > 0 ? [{ group: t('editor.questions'), items: questionItems }] : []),
    ],
    find: (source) => {
      const label = source === null ? undefined : labels.get(source);
      if (label === undefined) return null;
      return { label, groups: groupsOf(questions.find(({ id }) => source === `question:${id}`)) };
    },
    fields,
    questions,
    isPending: script.isPending,
  };
}

const groupsOf = (question: ScriptQuestion | undefined): readonly GroupForm[] =>
  (question?.options ?? []).map(({ value, label }, place) => ({
    ...emptyGroup,
    id: `g${place + 1}`,
    label,
    text: value,
  }));
