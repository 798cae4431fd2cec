import { dialModes } from '@alize/model';
import { Alert, Fieldset, NumberInput, Radio, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../shared/format.ts';
import { accountsQuery, strictestTerms } from '../../shared/trade/abandonment.ts';
import type { Campaign, Setup } from '../../shared/trade/contract.ts';
import type { CampaignForm } from './campaign-form.ts';

/** How fast the campaign dials: the mode, each told in a sentence, and what belongs to it. */
export function PacingSettings({
  form,
  setup,
  campaign,
  isWish,
}: {
  form: UseFormReturnType<CampaignForm>;
  setup: Setup;
  campaign: Campaign | null;
  /** The fields hold what a forecast proposed, not what is saved. */
  isWish: boolean;
}) {
  const { t } = useTranslation(['campaigns', 'trade']);
  const { dialMode } = form.values;
  const hasAim = dialMode === 'power' || dialMode === 'predictive';
  return (
    <Fieldset styles={{ legend: { fontWeight: 650 } }} legend={t('editor.pacing')}>
      <Stack>
        {isWish && (
          <Alert color="blue" variant="light" py="xs">
            {t('editor.wish')}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Radio.Group label={t('editor.dialMode')} {...form.getInputProps('dialMode')}>
            <Stack gap="sm" mt="xs">
              {dialModes.map((value) => {
                const isOffered = setup.dialModes.some((offered) => offered === value);
                const mode = t(`trade:dialMode.${value}`);
                return (
                  <Radio
                    key={value}
                    value={value}
                    disabled={!isOffered}
                    label={isOffered ? mode : t('editor.notYet', { mode })}
                    description={t(`editor.mode.${value}`)}
                  />
                );
              })}
            </Stack>
          </Radio.Group>
          <Stack gap="sm">
            {dialMode === 'power' && (
              <NumberInput
                label={t('editor.powerRatio')}
                description={t('editor.powerRatioHelp')}
                required
                min={1}
                max={5}
                step={0.1}
                decimalScale={2}
                clampBehavior="none"
                {...decimals}
                {...form.getInputProps('powerRatio')}
              />
            )}
            {hasAim && <AimField form={form} campaign={campaign} />}
            <NumberInput
              label={t('editor.priority')}
              description={t('editor.priorityHelp')}
              required
              min={1}
              max={9}
              allowDecimal={false}
              clampBehavior="none"
              {...form.getInputProps('priority')}
            />
          </Stack>
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

/** The aim, with the rule's limit and inner target as far as calls have shown which rules hold. */
function AimField({ form, campaign }: { form: UseFormReturnType<CampaignForm>; campaign: Campaign | null }) {
  const { t, i18n } = useTranslation('campaigns');
  const accounts = useQuery({
    ...accountsQuery(campaign?.id ?? `campaign_${'0'.repeat(32)}`),
    enabled: campaign !== null,
  });
  const terms = strictestTerms(accounts.data ?? []);
  const share = (value: number) => formatShare(value, i18n.language);
  return (
    <NumberInput
      label={t('editor.abandonAim')}
      description={
        terms
          ? t('editor.abandonAimTerms', { limit: share(terms.limit), target: share(terms.target) })
          : t('editor.abandonAimHelp')
      }
      placeholder={terms ? share(terms.target) : t('editor.abandonAimEmpty')}
      min={0.5}
      max={3}
      step={0.1}
      decimalScale={2}
      suffix=" %"
      clampBehavior="none"
      {...decimals}
      {...form.getInputProps('abandonAim')}
    />
  );
}

/** Both the comma and the point are taken: one types `1,5` and the other `1.5`. */
const decimals = { allowedDecimalSeparators: [',', '.'] };
