import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** Which pack a rule stands in, by the first letters of its id; undefined for the machine's own rules. */
export function packOfRule(rule: string): string | undefined {
  const start = /^([A-Z]{2})-/.exec(rule)?.[1];
  if (start === undefined) return undefined;
  return start === 'EU' ? 'eu-default' : start.toLowerCase();
}

/** A rule's id, leading to the rule with its dates and its source; plain text where no pack has it. */
export function RuleLink({ rule }: { rule: string }) {
  const pack = packOfRule(rule);
  if (pack === undefined) return rule;
  return (
    <Anchor
      size="sm"
      underline="always"
      renderRoot={(props) => <Link {...props} to="/compliance" search={{ tab: 'packs', pack, text: rule }} />}
    >
      {rule}
    </Anchor>
  );
}
