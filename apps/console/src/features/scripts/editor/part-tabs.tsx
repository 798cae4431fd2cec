import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Part, parts } from '../document/place.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** The parts of a script beside one another; `children` is the one that is open. */
export function PartTabs({
  part,
  onPart,
  children,
}: {
  part: Part;
  onPart: (part: Part) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('scripts');
  const { script } = useEditor();
  const counts: Partial<Record<Part, number>> = {
    steps: script.steps.length,
    objections: script.objections.length,
    blocks: script.shuffledBlocks.length,
  };
  return (
    <Tabs
      value={part}
      keepMounted={false}
      activateTabWithKeyboard={false}
      onChange={(value) => {
        const next = parts.find((each) => each === value);
        if (next) onPart(next);
      }}
    >
      <Tabs.List mb="md" aria-label={t('part.label')}>
        {parts.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`part.${each}`)}
            {(counts[each] ?? 0) > 0 && <span className={classes.count}>{counts[each]}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={part}>{children}</Tabs.Panel>
    </Tabs>
  );
}
