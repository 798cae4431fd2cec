import type { PhoneNumber } from '@alize/model';
import { Alert, Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatDate, formatPhone } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { type Erasure, useErasePerson } from './evidence-queries.ts';

/** Erases a person after a question that says what stays and why; then says what was kept, and until when. */
export function EraseDialog({
  number,
  onErased,
  onClose,
}: {
  number: PhoneNumber;
  onErased: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['evidence', 'shared']);
  const erase = useErasePerson();
  const close = erase.data ? onErased : onClose;
  return (
    <Modal opened onClose={close} size="lg" title={erase.data ? t('erase.doneTitle') : t('erase.title')}>
      {erase.data ? (
        <Done erasure={erase.data} onClose={close} />
      ) : (
        <Question
          number={number}
          isBusy={erase.isPending}
          error={erase.error}
          onErase={(keepSuppressed) => erase.mutate({ phoneNumber: number, keepSuppressed })}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** Two ticks before the red button: nothing of this can be undone. */
function Question({
  number,
  isBusy,
  error,
  onErase,
  onClose,
}: {
  number: PhoneNumber;
  isBusy: boolean;
  error: unknown;
  onErase: (keepSuppressed: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['evidence', 'shared']);
  const [keepSuppressed, setKeepSuppressed] = useState(true);
  const [isSure, setSure] = useState(false);
  return (
    <Stack>
      <Text>{t('erase.text', { number: formatPhone(number) })}</Text>
      <div>
        <Text fw={600}>{t('erase.keptTitle')}</Text>
        <List mt={4} spacing={4}>
          {(['calls', 'rulings', 'consents', 'relations'] as const).map((key) => (
            <List.Item key={key}>{t(`erase.kept.${key}`)}</List.Item>
          ))}
        </List>
      </div>
      <Checkbox
        label={t('erase.keepSuppressed')}
        description={t('erase.keepSuppressedHelp')}
        checked={keepSuppressed}
        onChange={(event) => setKeepSuppressed(event.currentTarget.checked)}
      />
      <Alert color="red" variant="light">
        <Checkbox
          label={t('erase.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      </Alert>
      {error !== null && <ErrorSentence error={error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('shared:cancel')}
        </Button>
        <Button
          color="red"
          disabled={!isSure}
          loading={isBusy}
          leftSection={<IconEraser size={18} aria-hidden />}
          onClick={() => onErase(keepSuppressed)}
        >
          {t('erase.action')}
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ erasure, onClose }: { erasure: Erasure; onClose: () => void }) {
  const { t, i18n } = useTranslation(['evidence', 'shared']);
  const { timeZone } = useMe();
  const { numbers, leads, kept } = erasure;
  return (
    <Stack>
      <Text role="status">
        {t('erase.doneNumbers', { count: numbers })} {t('erase.doneLeads', { count: leads })}
      </Text>
      {kept.length === 0 ? (
        <Text>{t('erase.nothingKept')}</Text>
      ) : (
        <>
          <Text fw={600}>{t('erase.keptTitle')}</Text>
          <List spacing="sm">
            {kept.map(({ what, count, untilMs, citation, text }) => (
              <List.Item key={what}>
                {text} ({count})
                <Text size="sm" c="dimmed">
                  {untilMs === null
                    ? t('erase.forGood')
                    : t('erase.until', { day: formatDate(untilMs, i18n.language, timeZone) })}
                  {' · '}
                  {citation}
                </Text>
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {t('shared:close')}
        </Button>
      </Group>
    </Stack>
  );
}
