import type { Objection } from '@alize/model';
import type { ScriptContext } from '@alize/scripts';
import { Button, Kbd, Modal, Text, TextInput, Title } from '@mantine/core';
import { IconMessageCircleQuestion, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SayText } from '../../shared/script/say-text.tsx';
import { useSingleKeys } from '../../shared/single-keys.ts';
import classes from './desk.module.css';
import { objectionsFor } from './objection-search.ts';
import { useDeskAction } from './use-desk-action.ts';

/** What to answer when the person objects: one key away, found by typing, over the script and not instead of it. */
export function Objections(props: { objections: readonly Objection[]; context: ScriptContext }) {
  const { t } = useTranslation(['desk', 'shared']);
  const [isOpen, setOpen] = useState(false);
  const [hasSingleKeys] = useSingleKeys();
  useDeskAction((action) => {
    if (action.kind === 'objections') setOpen((before) => !before);
    return action.kind === 'objections';
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconMessageCircleQuestion size={16} aria-hidden />}
        {...(hasSingleKeys && {
          rightSection: (
            <Kbd size="xs" ff="inherit" aria-hidden>
              O
            </Kbd>
          ),
        })}
        aria-keyshortcuts={hasSingleKeys ? 'O Control+Shift+O' : 'Control+Shift+O'}
        onClick={() => setOpen(true)}
      >
        {t('script.objections')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size="lg" title={t('script.objection')}>
        <ObjectionList {...props} />
      </Modal>
    </>
  );
}

function ObjectionList({
  objections,
  context,
}: {
  objections: readonly Objection[];
  context: ScriptContext;
}) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  const found = objectionsFor(objections, typed);
  if (objections.length === 0) return <Text c="dimmed">{t('script.noObjection')}</Text>;
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        aria-label={t('script.objectionSearch')}
        placeholder={t('script.objectionSearch')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        mb="sm"
      />
      <span role="status" className="visually-hidden">
        {typed !== '' && t('script.objectionsFound', { count: found.length })}
      </span>
      {found.length === 0 && <Text c="dimmed">{t('script.objectionUnknown')}</Text>}
      {found.map((objection) => (
        <section key={objection.title} className={classes.objection}>
          <Title order={3} size="h6" mb={4}>
            {objection.title}
          </Title>
          <SayText text={objection.answer} context={context} audience="agent" />
        </section>
      ))}
    </>
  );
}
