import { Stack } from '@mantine/core';
import { ClientFacts } from './client-facts.tsx';
import { RegistersSection } from './registers-section.tsx';
import { RuleSettingsSection } from './rule-settings-section.tsx';

/** What the rulings rest on beside a person's own records: registers, rules set aside, who the client is. */
export function RegistersPanel() {
  return (
    <Stack gap="xl">
      <RegistersSection />
      <RuleSettingsSection />
      <ClientFacts />
    </Stack>
  );
}
