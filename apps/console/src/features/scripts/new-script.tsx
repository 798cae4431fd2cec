import { type CampaignKind, campaignKinds, type Script } from '@alize/model';
import { Box, Modal, SimpleGrid, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import {
  type Icon,
  IconCalendarCheck,
  IconClipboardList,
  IconFile,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeName } from './document/free-name.ts';
import { emptyScript } from './document/new-parts.ts';
import classes from './editor/editor.module.css';
import { startingScript } from './starting/starting-scripts.ts';

interface Start {
  readonly name: string;
  readonly document: Script;
}

const icons: Readonly<Record<CampaignKind, Icon>> = {
  appointment: IconCalendarCheck,
  survey: IconClipboardList,
  qualification: IconTargetArrow,
};

/** Asks for a name, then for what to begin with. */
export function NewScript({
  taken,
  onMake,
  onClose,
}: {
  /** Names that the client's scripts have already. */
  taken: readonly string[];
  onMake: (name: string, document: Script) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['scripts', 'shared']);
  const [name, setName] = useState('');
  return (
    <Modal opened onClose={onClose} size="lg" title={t('new.title')}>
      <Stack>
        <TextInput
          label={t('new.name')}
          description={t('new.nameHelp')}
          maxLength={120}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={taken.includes(name.trim()) && t('new.nameTaken')}
        />
        <StartingChoices
          hasEmpty
          onChoose={(start) => onMake(name.trim() || freeName(start.name, taken), start.document)}
        />
      </Stack>
    </Modal>
  );
}

/** A good script for each kind of campaign to begin with. */
export function StartingChoices({
  hasEmpty = false,
  onChoose,
}: {
  /** Whether nothing at all may be chosen too. */
  hasEmpty?: boolean;
  onChoose: (start: Start) => void;
}) {
  const { t, i18n } = useTranslation(['scripts', 'shared']);
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const startFrom = (kind: CampaignKind) =>
    onChoose({ name: t(`new.named.${kind}`), document: startingScript(kind, language) });
  return (
    <Box role="group" aria-label={t('new.from')}>
      <Text size="sm" fw={500} mb={6}>
        {t('new.from')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: hasEmpty ? 2 : 3 }} spacing="sm">
        {campaignKinds.map((kind) => (
          <Choice
            key={kind}
            icon={icons[kind]}
            title={t(`shared:campaignKind.${kind}`)}
            text={t(`new.text.${kind}`)}
            onClick={() => startFrom(kind)}
          />
        ))}
        {hasEmpty && (
          <Choice
            icon={IconFile}
            title={t('new.empty')}
            text={t('new.emptyText')}
            onClick={() => onChoose({ name: t('new.named.empty'), document: emptyScript })}
          />
        )}
      </SimpleGrid>
    </Box>
  );
}

function Choice({
  icon: Picture,
  title,
  text,
  onClick,
}: {
  icon: Icon;
  title: string;
  text: string;
  onClick: () => void;
}) {
  return (
    <UnstyledButton className={classes.choice ?? ''} onClick={onClick}>
      <Picture size={26} stroke={1.6} aria-hidden />
      <span>
        <Text fw={600} span display="block">
          {title}
        </Text>
        <Text size="sm" c="dimmed" span display="block">
          {text}
        </Text>
      </span>
    </UnstyledButton>
  );
}
