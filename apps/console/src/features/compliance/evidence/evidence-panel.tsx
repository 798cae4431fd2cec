import { Stack } from '@mantine/core';
import { ChainSection } from './chain-section.tsx';
import { MonthSection } from './month-section.tsx';
import { PersonSection } from './person-section.tsx';

/** What is shown to an inspector, and to a person who asks. */
export function EvidencePanel() {
  return (
    <Stack gap="xl">
      <MonthSection />
      <ChainSection />
      <PersonSection />
    </Stack>
  );
}
