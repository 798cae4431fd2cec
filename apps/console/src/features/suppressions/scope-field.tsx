import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/session.tsx';
import { type Scope, scopes } from './suppression-queries.ts';

/** Whose calls a number is kept from. The centre's and the law's lists bind every client: administrators only. */
export function ScopeField({ value, onChange }: { value: Scope; onChange: (scope: Scope) => void }) {
  const { t } = useTranslation('suppressions');
  const { role } = useMe();
  const offered = role === 'administrator' ? scopes : scopes.filter((scope) => scope === 'client');
  return (
    <Select
      label={t('column.scope')}
      description={t(`scopeHelp.${value}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={offered.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
      value={value}
      onChange={(chosen) => onChange(scopes.find((scope) => scope === chosen) ?? value)}
    />
  );
}
