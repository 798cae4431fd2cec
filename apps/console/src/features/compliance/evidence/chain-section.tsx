import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { ChainWords } from './chain-words.tsx';
import { useVerifyChain } from './evidence-queries.ts';
import { Section } from './section.tsx';

/** Reads the log of rulings from end to end, when asked. */
export function ChainSection() {
  const { t } = useTranslation('evidence');
  const verify = useVerifyChain();
  return (
    <Section title={t('chain.title')} description={t('chain.description')}>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconShieldCheck size={18} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('chain.verify')}
      </Button>
      {verify.isError && <ErrorSentence error={verify.error} />}
      {verify.data && <ChainWords chain={verify.data} />}
    </Section>
  );
}
