import { attemptResults, consentForms, refusalKinds, registerIds } from '@alize/model';
import { ActionIcon, Button, Checkbox, Group, Menu, Paper, Select, Stack, Text } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatZone } from '../../shared/format.ts';
import { DayField } from '../../shared/trade/day-field.tsx';
import { type Fact, factKinds, newFact } from './call-question.ts';

/** What is known of the person, one line a fact; a fact without its day is marked once the form was sent. */
export function PersonFacts({
  facts,
  zone,
  error,
  onChange,
}: {
  facts: readonly Fact[];
  zone: string;
  error: ReactNode;
  onChange: (facts: readonly Fact[]) => void;
}) {
  const { t } = useTranslation('compliance');
  const nextKey = useRef(0);
  const change = (changed: Fact) =>
    onChange(facts.map((fact) => (fact.key === changed.key ? changed : fact)));
  return (
    <Stack gap="xs" component="section" aria-label={t('facts.title')}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Text size="sm" fw={600}>
            {t('facts.title')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('facts.help')}
          </Text>
        </div>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('facts.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {factKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => onChange([...facts, newFact(kind, nextKey.current++)])}>
                {t(`facts.kind.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {facts.map((fact) => (
        <Paper
          key={fact.key}
          withBorder
          p="xs"
          component="fieldset"
          m={0}
          aria-label={t(`facts.kind.${fact.kind}`)}
        >
          <Group justify="space-between" mb={4} wrap="nowrap">
            <Text size="sm" fw={600}>
              {t(`facts.kind.${fact.kind}`)}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('facts.remove', { fact: t(`facts.kind.${fact.kind}`) })}
              onClick={() => onChange(facts.filter(({ key }) => key !== fact.key))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <Group align="flex-end" gap="sm">
            <DayField
              label={t(`facts.${dayWords[fact.kind]}`)}
              required
              error={fact.day === null && error}
              value={fact.day}
              onChange={(day) => change({ ...fact, day })}
            />
            <Details fact={fact} zone={zone} onChange={change} />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}

const dayWords = {
  consent: 'given',
  contract: 'since',
  request: 'asked',
  purchase: 'bought',
  attempt: 'placed',
  refusal: 'refused',
  register: 'checked',
} as const;

function Details({ fact, zone, onChange }: { fact: Fact; zone: string; onChange: (fact: Fact) => void }) {
  const { t } = useTranslation('compliance');
  switch (fact.kind) {
    case 'consent':
      return <ConsentDetails fact={fact} zone={zone} onChange={onChange} />;
    case 'contract':
      return (
        <>
          <DayField
            label={t('facts.ended')}
            clearable
            value={fact.endedDay}
            onChange={(endedDay) => onChange({ ...fact, endedDay })}
          />
          <Tick
            label={t('facts.related')}
            isOn={fact.isRelated}
            onChange={(isRelated) => onChange({ ...fact, isRelated })}
          />
        </>
      );
    case 'request':
      return (
        <Tick
          label={t('facts.proof')}
          isOn={fact.hasProof}
          onChange={(hasProof) => onChange({ ...fact, hasProof })}
        />
      );
    case 'purchase':
      return (
        <Tick
          label={t('facts.similar')}
          isOn={fact.isSimilar}
          onChange={(isSimilar) => onChange({ ...fact, isSimilar })}
        />
      );
    case 'attempt':
      return (
        <Choice
          label={t('facts.result')}
          values={attemptResults}
          wordOf={(value) => t(`facts.attemptResult.${value}`)}
          value={fact.result}
          onChange={(result) => onChange({ ...fact, result })}
        />
      );
    case 'refusal':
      return (
        <Choice
          label={t('facts.refusal')}
          values={refusalKinds}
          wordOf={(value) => t(`facts.refusalKind.${value}`)}
          value={fact.refusal}
          onChange={(refusal) => onChange({ ...fact, refusal })}
        />
      );
    case 'register':
      return (
        <>
          <Choice
            label={t('facts.register')}
            values={registerIds}
            wordOf={(value) => t(`register.${value}`)}
            value={fact.register}
            onChange={(register) => onChange({ ...fact, register })}
          />
          <Tick
            label={t('facts.listed')}
            isOn={fact.isListed}
            onChange={(isListed) => onChange({ ...fact, isListed })}
          />
        </>
      );
  }
}

function ConsentDetails({
  fact,
  zone,
  onChange,
}: {
  fact: Extract<Fact, { kind: 'consent' }>;
  zone: string;
  onChange: (fact: Fact) => void;
}) {
  const { t } = useTranslation('compliance');
  return (
    <>
      <Choice
        label={t('facts.form')}
        values={consentForms}
        wordOf={(value) => t(`facts.consentForm.${value}`)}
        value={fact.form}
        onChange={(form) => onChange({ ...fact, form })}
      />
      <Tick
        label={t('facts.proof')}
        isOn={fact.hasProof}
        onChange={(hasProof) => onChange({ ...fact, hasProof })}
      />
      <Tick
        label={t('facts.informed')}
        isOn={fact.isInformed}
        onChange={(isInformed) => onChange({ ...fact, isInformed })}
      />
      <DayField
        label={t('facts.slotDay')}
        clearable
        value={fact.slotDay}
        onChange={(slotDay) => onChange({ ...fact, slotDay })}
      />
      {fact.slotDay !== null && (
        <TimePicker
          label={t('facts.slotTime', { zone: formatZone(zone) })}
          format="24h"
          value={fact.slotTime}
          onChange={(slotTime) => onChange({ ...fact, slotTime })}
        />
      )}
    </>
  );
}

function Tick({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <Checkbox
      label={label}
      checked={isOn}
      pb={8}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function Choice<V extends string>({
  label,
  values,
  wordOf,
  value,
  onChange,
}: {
  label: string;
  values: readonly V[];
  wordOf: (value: V) => string;
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={values.map((one) => ({ value: one, label: wordOf(one) }))}
      value={value}
      onChange={(chosen) => {
        const known = values.find((one) => one === chosen);
        if (known) onChange(known);
      }}
    />
  );
}
