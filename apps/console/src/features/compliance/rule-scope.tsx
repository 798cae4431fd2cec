import { purposes } from '@alize/model';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DatedRule } from './compliance-queries.ts';
import { useRegionName } from './use-region-name.ts';

/** Whom a rule binds: the purposes of calls, and what else must hold. */
export function RuleScope({ rule }: { rule: DatedRule }) {
  const conditions = useConditions();
  return (
    <>
      <Purposes of={rule.purposes} />
      {conditions(rule).map((line) => (
        <Text key={line} size="xs">
          {line}
        </Text>
      ))}
    </>
  );
}

/** Few by name, many as a number that opens. */
function Purposes({ of: bound }: { of: DatedRule['purposes'] }) {
  const { t } = useTranslation(['compliance', 'trade']);
  const names = bound.map((purpose) => t(`trade:purpose.${purpose}`)).join(', ');
  const isMany = bound.length > 3;
  return (
    <Text size="xs" c="dimmed" component={isMany ? 'details' : 'div'}>
      {isMany && (
        <summary>
          {bound.length === purposes.length
            ? t('packs.everyPurpose')
            : t('packs.somePurposes', { count: bound.length })}
        </summary>
      )}
      {names}
    </Text>
  );
}

function useConditions() {
  const { t } = useTranslation(['compliance', 'trade']);
  const nameOf = useRegionName();
  return ({ condition }: DatedRule): readonly string[] => {
    if (!condition) return [];
    const { persons, modes, lineTypes, sectors, territories, states, seller } = condition;
    const line = (
      word: 'persons' | 'modes' | 'lineTypes' | 'sectors' | 'territories' | 'states',
      list: readonly string[] | undefined,
    ) => (list ? [t(`value.condition.${word}`, { list: list.join(', ') })] : []);
    return [
      ...line(
        'persons',
        persons?.map((one) => t(`call.personKind.${one}`)),
      ),
      ...line(
        'modes',
        modes?.map((one) => t(`call.callMode.${one}`)),
      ),
      ...line(
        'lineTypes',
        lineTypes?.map((one) => t(`call.lineKind.${one}`)),
      ),
      ...line(
        'sectors',
        sectors?.map((one) => t(`trade:sector.${one}`)),
      ),
      ...line('territories', territories?.map(nameOf)),
      ...line(
        'states',
        states?.map((one) => (one === 'unknown' ? t('value.unknownState') : one)),
      ),
      ...(seller ? [t('value.condition.seller')] : []),
    ];
  };
}
