import { type Pack, packs, type Rule } from '@alize/compliance';

/**
 * Which facts each pack's rules read, as a Markdown list: made from the rules, so that it never lags behind them.
 * For people who write questions to the judge.
 */
export function factsNeeded(): string {
  return packs.map((pack) => `- **${pack.id}** (${pack.name.en}): ${needsOf(pack).join('; ')}.`).join('\n');
}

function needsOf(pack: Pack): readonly string[] {
  const needs = pack.rules.flatMap((rule) => [...byCondition(rule), ...byEffect(rule), ...byGrounds(rule)]);
  return [...new Set(needs)].sort();
}

function byCondition({ condition }: Rule): readonly string[] {
  if (!condition) return [];
  return [
    ...(condition.states ? ['`state` or `postalCode` (`unknown_state`)'] : []),
    ...(condition.lineTypes ? ['`lineType` (`unknown_line_type`)'] : []),
    ...(condition.sectors ? ['`sector`'] : []),
    ...(condition.seller ? ['size and sector of `seller` (`unknown_seller_size`)'] : []),
  ];
}

function byEffect(rule: Rule): readonly string[] {
  if (rule.effect === 'register') {
    const { register, ageDaysMax } = rule.value;
    const age = ageDaysMax === undefined ? '' : `, consulted within ${ageDaysMax} days`;
    return [`\`registers.${register}\`${age} (\`unknown_register\`)`];
  }
  if (rule.effect === 'frequency') return ['`attempts`'];
  if (rule.effect === 'rest') return [...new Set(rule.value.after.map(sourceOfRest))];
  if (rule.effect !== 'caller_id') return [];
  return [
    ...(rule.value.categories || rule.value.notCategories ? ['`callerId.category`'] : []),
    ...(rule.value.authorised ? ['`callerId.holder` and `callerId.authorisation`'] : []),
  ];
}

function sourceOfRest(after: string): string {
  return after === 'abandoned' || after === 'machine' ? '`attempts[].result`' : '`refusals`';
}

function byGrounds(rule: Rule): readonly string[] {
  return groundsOf(rule).flatMap((ground) => {
    if (ground.by === 'slot') return ['`consents[].agreedSlots`'];
    if (ground.by === 'contract') return [ground.related ? '`contracts` that are `related`' : '`contracts`'];
    if (ground.by === 'purchase') return [ground.similar ? '`purchases` that are `similar`' : '`purchases`'];
    return [
      `\`${ground.by}s\``,
      ...(ground.sameObject ? [`\`object\`, the same as of the ${ground.by} (\`unknown_object\`)`] : []),
      ...(ground.proven ? [`\`${ground.by}s[].proof\``] : []),
      ...('informed' in ground && ground.informed ? ['`consents[].informed`'] : []),
      ...('form' in ground && ground.form ? [`\`consents[].form\` ${ground.form} at least`] : []),
    ];
  });
}

function groundsOf(rule: Rule) {
  if (rule.effect === 'needs') return rule.value.anyOf;
  if (rule.effect === 'permit') return rule.needs ?? [];
  return 'liftedBy' in rule ? (rule.liftedBy ?? []) : [];
}
