import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { freshId, newStep, stepIds } from '../document/new-parts.ts';
import { placeOf } from '../document/place.ts';
import { FlowPicture } from '../flow/flow-picture.tsx';
import type { Review } from '../use-review.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { NoStep, StepEditor } from './step-editor.tsx';
import { StepList } from './step-list.tsx';

/** The steps at the left, one of them in the middle, what is wrong and the picture at the right. */
export function StepsPart({ review }: { review: Review }) {
  const { script, stepId, change, openStep, jump } = useEditor();
  const at = script.steps.findIndex(({ id }) => id === stepId);
  const step = script.steps[at];
  const add = () => {
    const id = freshId('s', stepIds(script));
    change({ kind: 'add_step', step: newStep(id), at: script.steps.length });
    jump(`/steps/${script.steps.length}/title`);
    openStep(id);
  };
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        <StepList />
      </div>
      <div className={classes.middle}>
        {step ? <StepEditor key={step.id} step={step} at={at} /> : <NoStep onAdd={add} />}
      </div>
      <Aside review={review} />
    </div>
  );
}

/** Another part of the script, with the same at its right. */
export function Beside({ review, content }: { review: Review; content: ReactNode }) {
  return (
    <div className={classes.columns} data-two>
      <div className={classes.middle}>{content}</div>
      <Aside review={review} />
    </div>
  );
}

/** The picture and the findings, beside whatever is edited. */
function Aside({ review }: { review: Review }) {
  const { t } = useTranslation('scripts');
  const { script, stepId, openStep, findings } = useEditor();
  const unreachable = new Set(
    findings.flatMap(({ code, path }) =>
      code === 'step_unreachable' ? (placeOf(path, script).stepId ?? []) : [],
    ),
  );
  return (
    <aside className={classes.right} aria-label={t('flow.aside')}>
      <FindingsPanel review={review} />
      <FlowPicture script={script} stepId={stepId} unreachable={unreachable} onStep={openStep} />
    </aside>
  );
}
