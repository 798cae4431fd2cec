import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isStale, type Tagged } from '../../shared/api.ts';
import { sentenceOf } from '../../shared/error-sentence.tsx';
import { RebaseAlert } from '../../shared/stale-alert.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { RefusingRules } from '../../shared/trade/refusing-rules.tsx';
import { rulesOf, settingsQuery } from './campaign-changes.ts';
import { type CampaignForm, type CampaignFormState, formOf } from './campaign-form.ts';

interface Edited {
  readonly form: CampaignFormState;
  readonly onRebased: (base: Tagged<Campaign>) => void;
  readonly onDone: () => void;
}

/** Why the settings were not saved: what was wrong, by which rules, or that somebody else was quicker. */
export function NotSaved({
  error,
  base,
  ...edited
}: Edited & { error: unknown; base: Tagged<Campaign> | null }) {
  if (base && isStale(error)) return <Stale base={base} {...edited} />;
  return (
    <Alert color="red" role="alert" py={6} variant="light" maw={640}>
      {sentenceOf(error)}
      <RefusingRules rules={rulesOf(error)} />
    </Alert>
  );
}

/** Puts what was typed onto the version that somebody else saved, or lets it go. */
function Stale({ base, form, onRebased, onDone }: Edited & { base: Tagged<Campaign> }) {
  const { t } = useTranslation('campaigns');
  const { data: saved } = useQuery(settingsQuery(base.value.id));
  const wordOf = (field: keyof CampaignForm) => t(fieldWords[field]);
  return <RebaseAlert {...{ base, saved, form, formOf, wordOf, onRebased, onDone }} />;
}

/** The words that stand beside each field. */
const fieldWords = {
  name: 'editor.name',
  kind: 'editor.kind',
  purpose: 'editor.purpose',
  sector: 'editor.sector',
  object: 'editor.object',
  dialMode: 'editor.dialMode',
  powerRatio: 'editor.powerRatio',
  abandonAim: 'editor.abandonAim',
  priority: 'editor.priority',
  zone: 'schedule.zone',
  windows: 'editor.schedule',
  callerIdId: 'editor.callerId',
  trunkId: 'editor.trunk',
  scriptVersionId: 'editor.script',
  teamUserIds: 'editor.agents',
  linesMax: 'editor.linesMax',
  ringSeconds: 'editor.ringSeconds',
  wrapUpSeconds: 'editor.wrapUpSeconds',
  attemptsMax: 'editor.attemptsMax',
  attemptsPerDayMax: 'editor.attemptsPerDayMax',
  retry: 'editor.retry',
} as const satisfies Record<keyof CampaignForm, string>;
