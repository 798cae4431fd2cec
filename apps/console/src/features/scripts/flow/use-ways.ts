import type { Script } from '@alize/model';
import { useTranslation } from 'react-i18next';
import { isAlways } from '../document/condition-edit.ts';
import { conditionWords } from '../document/condition-words.ts';

/** One step and where it leads, in words. */
export interface StepWays {
  readonly id: string;
  readonly title: string;
  /** What stands out: cannot be reached, is legal, how it ends. */
  readonly signs: readonly string[];
  readonly sentences: readonly string[];
}

/** The picture of a script in words, for those who read rather than look. */
export function useWays(script: Script, unreachable: ReadonlySet<string>): readonly StepWays[] {
  const { t } = useTranslation('scripts');
  const titleOf = (id: string) =>
    id === 'end' ? t('flow.end') : script.steps.find((step) => step.id === id)?.title || t('steps.untitled');
  return script.steps.map((step, at) => {
    const next = titleOf(script.steps[at + 1]?.id ?? 'end');
    return {
      id: step.id,
      title: step.title || t('steps.untitled'),
      signs: [
        ...(unreachable.has(step.id) ? [t('flow.unreachable')] : []),
        ...(step.legal.length > 0 ? [t('steps.isLegal')] : []),
        ...(step.ending ? [t(`ending.${step.ending}`)] : []),
      ],
      sentences: [
        ...(step.showIf ? [t('flow.shownIf', { clause: conditionWords(step.showIf, script, t) })] : []),
        ...step.branches.map(({ when, goTo }) =>
          isAlways(when)
            ? t('flow.goes', { title: titleOf(goTo) })
            : t('flow.goesIf', { clause: conditionWords(when, script, t), title: titleOf(goTo) }),
        ),
        ...(step.branches.some(({ when }) => isAlways(when))
          ? []
          : [t(step.branches.length > 0 ? 'flow.elseGoes' : 'flow.goes', { title: next })]),
      ],
    };
  });
}
