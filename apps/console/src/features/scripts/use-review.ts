import { type CampaignId, type CampaignKind, campaignKinds, isId, type Script } from '@alize/model';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignsQuery } from '../../shared/trade/queries.ts';
import { usualPurpose } from '../../shared/trade/usual-purpose.ts';
import { type Finding, type ReviewAsked, reviewScript, type ScriptDetail } from './script-queries.ts';

export interface Review {
  readonly findings: readonly Finding[];
  readonly isBusy: boolean;
  /** Why nothing could be found out; null when it could. */
  readonly error: unknown;
  readonly onRetry: () => void;
  /** For what the script is checked: a campaign's id, or a kind. */
  readonly target: string;
  readonly onTarget: (target: string) => void;
  readonly targets: readonly { readonly group: string; readonly items: { value: string; label: string }[] }[];
  readonly kind: CampaignKind;
  /** Null where it is checked for a kind alone. */
  readonly campaignId: CampaignId | null;
}

/** After so long without a change, the script is checked anew. */
const restMs = 350;

/** The findings of the script as it stands, for the campaign that uses it or for a kind of campaign. */
export function useReview(script: Script, { usedBy }: Pick<ScriptDetail, 'usedBy'>): Review {
  const { t } = useTranslation(['scripts', 'shared']);
  const [chosen, setChosen] = useState<string | null>(null);
  const campaigns = useQuery(campaignsQuery);
  const target = chosen ?? usedBy[0]?.id ?? kindOf(script);
  const [document] = useDebouncedValue(script, restMs);
  const asked = askedFor(document, target);
  const review = useQuery({
    queryKey: ['script-review', asked],
    queryFn: () => reviewScript(asked),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
  const kind = campaignKinds.find((each) => each === target);
  const others = campaigns.data?.filter(({ id }) => !usedBy.some((user) => user.id === id)) ?? [];
  const itemOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    findings: review.data ?? [],
    isBusy: review.isFetching || document !== script,
    error: review.isError ? review.error : null,
    onRetry: () => void review.refetch(),
    target,
    onTarget: setChosen,
    targets: [
      { group: t('findings.usedBy'), items: usedBy.map(itemOf) },
      {
        group: t('findings.kinds'),
        items: campaignKinds.map((value) => ({ value, label: t(`shared:campaignKind.${value}`) })),
      },
      { group: t('findings.others'), items: others.map(itemOf) },
    ].filter(({ items }) => items.length > 0),
    kind: kind ?? campaigns.data?.find(({ id }) => id === target)?.kind ?? kindOf(script),
    campaignId: isId('campaign', target) ? target : null,
  };
}

function askedFor(document: Script, target: string): ReviewAsked {
  if (isId('campaign', target)) return { document, campaignId: target };
  const kind = campaignKinds.find((each) => each === target) ?? 'survey';
  return { document, kind, purpose: usualPurpose[kind] };
}

/** What the script seems to be for: it asks for an appointment, or scores, or else it is a survey. */
function kindOf({ steps, scoring }: Script): CampaignKind {
  const asks = steps.flatMap((step) => step.questions).some(({ kind }) => kind === 'appointment');
  if (asks) return 'appointment';
  return scoring ? 'qualification' : 'survey';
}
