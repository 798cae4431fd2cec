import type { Answer, LegalMatter } from '@alize/model';
import { Checkbox, Group, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './script.module.css';

/**
 * What the law wants said in this step, each matter with its tick. The answer is `true` once all are ticked; until
 * then the matters that are, which counts as not said.
 */
export function LegalTicks(props: {
  matters: readonly LegalMatter[];
  answer: Answer | undefined;
  isMissing: boolean;
  onTick: (answer: Answer | null) => void;
}) {
  const { t } = useTranslation('script');
  const { matters, answer } = props;
  const ticked = matters.filter(
    (matter) => answer === true || (Array.isArray(answer) && answer.includes(matter)),
  );
  const tick = (matter: LegalMatter) => {
    const next = matters.filter((each) => ticked.includes(each) !== (each === matter));
    props.onTick(next.length === matters.length ? true : next.length === 0 ? null : next);
  };
  return (
    <fieldset className={classes.legal}>
      <legend>
        <IconScale size={16} aria-hidden /> {t('legal')}
      </legend>
      <Group gap="8px 18px">
        {matters.map((matter) => (
          <Checkbox
            key={matter}
            label={t(`matter.${matter}`)}
            checked={ticked.includes(matter)}
            error={props.isMissing && !ticked.includes(matter)}
            onChange={() => tick(matter)}
          />
        ))}
        {matters.length > 1 && (
          <Checkbox
            label={t('allSaid')}
            checked={ticked.length === matters.length}
            indeterminate={ticked.length > 0 && ticked.length < matters.length}
            onChange={() => props.onTick(ticked.length === matters.length ? null : true)}
          />
        )}
      </Group>
      {props.isMissing && ticked.length < matters.length && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {t('fault.legal')}
        </Text>
      )}
    </fieldset>
  );
}
