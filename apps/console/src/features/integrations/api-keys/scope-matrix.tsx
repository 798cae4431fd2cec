import { apiAreas } from '@alize/model';
import { Button, Radio, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { everywhere, levels, type ScopeLevels } from './scope-levels.ts';

/** What a key may do: an area a row; nothing, read, or read and write. */
export function ScopeMatrix({
  chosen,
  onChange,
}: {
  chosen: ScopeLevels;
  onChange: (chosen: ScopeLevels) => void;
}) {
  const { t } = useTranslation('apiKeys');
  return (
    <Table aria-label={t('scopes')} withTableBorder verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('areaHead')}</Table.Th>
          {levels.map((level) => (
            <Table.Th key={level} ta="center" w={110}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('everywhere', { level: t(`level.${level}`) })}
                onClick={() => onChange(everywhere(level))}
              >
                {t(`level.${level}`)}
              </Button>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {apiAreas.map((area) => (
          <Table.Tr key={area}>
            <Table.Th scope="row" fw={400}>
              {t(`area.${area}`)}
              <Text size="xs" c="dimmed">
                {t(`areaHelp.${area}`)}
              </Text>
            </Table.Th>
            {levels.map((level) => (
              <Table.Td key={level}>
                <Radio
                  name={`scope-${area}`}
                  aria-label={t('cell', { area: t(`area.${area}`), level: t(`level.${level}`) })}
                  styles={{ body: { justifyContent: 'center' } }}
                  checked={chosen[area] === level}
                  onChange={() => onChange({ ...chosen, [area]: level })}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
