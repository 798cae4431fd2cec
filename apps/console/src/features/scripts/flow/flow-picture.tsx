import type { Script } from '@alize/model';
import { Box, Text, UnstyledButton } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../shared/trade/disclosure.tsx';
import classes from './flow.module.css';
import { type FlowArrow, flowOf } from './flow-layout.ts';
import { type StepWays, useWays } from './use-ways.ts';

/**
 * The script as a picture: a box a step, an arrow for each way on, faint and dashed where no call can come. Each box
 * is a button that opens its step; in words the same stands beneath.
 */
export function FlowPicture({
  script,
  stepId,
  unreachable,
  onStep,
}: {
  script: Script;
  stepId: string | null;
  unreachable: ReadonlySet<string>;
  /** Null where the picture is only looked at. */
  onStep: ((stepId: string) => void) | null;
}) {
  const { t } = useTranslation('scripts');
  const flow = flowOf(script);
  const ways = useWays(script, unreachable);
  return (
    <section aria-label={t('flow.label')}>
      <Box className={classes.scroll ?? ''} tabIndex={0} role="group" aria-label={t('flow.picture')}>
        <div className={classes.picture} style={{ width: flow.width, height: flow.height }}>
          <svg width={flow.width} height={flow.height} aria-hidden className={classes.lines}>
            {flow.brackets.map(({ id, x, y, height }) => (
              <path key={id} className={classes.bracket} d={`M${x + 6} ${y}H${x}V${y + height}H${x + 6}`} />
            ))}
            {ordered(flow.arrows, stepId).map((arrow) => (
              <Arrow
                key={`${arrow.from} ${arrow.branch}`}
                arrow={arrow}
                isChosen={arrow.from === stepId}
                isDead={unreachable.has(arrow.from)}
              />
            ))}
          </svg>
          {flow.boxes.map(({ id, x, y, width, height }, row) => {
            const place = { left: x, top: y, width, height };
            if (id === 'end') {
              return (
                <div key={id} className={classes.end} style={place} aria-hidden>
                  <IconFlag size={14} />
                  {t('flow.end')}
                </div>
              );
            }
            const way = ways[row];
            return (
              <UnstyledButton
                key={id}
                className={classes.box ?? ''}
                style={place}
                disabled={onStep === null}
                data-dead={unreachable.has(id)}
                data-ending={script.steps[row]?.ending ?? undefined}
                aria-current={id === stepId ? 'step' : undefined}
                title={way?.title}
                onClick={() => onStep?.(id)}
              >
                <span className={classes.number}>{row + 1}</span>
                <span className={classes.title}>{script.steps[row]?.title || t('steps.untitled')}</span>
                <span className="visually-hidden">{way?.signs.map((sign) => `, ${sign}`)}</span>
              </UnstyledButton>
            );
          })}
        </div>
      </Box>
      <Disclosure title={t('flow.inWords')}>
        <InWords ways={ways} />
      </Disclosure>
    </section>
  );
}

/** The arrows of the chosen step last, so that they lie above the others. */
const ordered = (arrows: readonly FlowArrow[], stepId: string | null) => [
  ...arrows.filter(({ from }) => from !== stepId),
  ...arrows.filter(({ from }) => from === stepId),
];

function Arrow({ arrow, isChosen, isDead }: { arrow: FlowArrow; isChosen: boolean; isDead: boolean }) {
  return (
    <g
      className={classes.arrow}
      data-chosen={isChosen}
      data-dead={isDead}
      data-bad={arrow.isBackward}
      data-branch={arrow.branch !== null}
    >
      <path d={arrow.path} />
      <path className={classes.head} d={headOf(arrow)} />
    </g>
  );
}

/** A triangle at the end of the path: downwards on the way on, to the left where a branch comes in. */
function headOf({ path, branch }: FlowArrow): string {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  if (branch === null) {
    const [x = 0, y = 0] = [numbers[0], numbers.at(-1)];
    return `M${x - 4} ${y - 6}L${x} ${y}L${x + 4} ${y - 6}Z`;
  }
  const [y = 0, x = 0] = [numbers.at(-2), numbers.at(-1)];
  return `M${x + 7} ${y - 4}L${x} ${y}L${x + 7} ${y + 4}Z`;
}

function InWords({ ways }: { ways: readonly StepWays[] }) {
  return (
    <ol className={classes.words}>
      {ways.map(({ id, title, signs, sentences }) => (
        <li key={id}>
          <Text size="sm" fw={600} span>
            {title}
          </Text>
          {signs.length > 0 && (
            <Text size="xs" c="dimmed">
              {signs.join(', ')}
            </Text>
          )}
          {sentences.map((sentence) => (
            <Text key={sentence} size="xs">
              {sentence}
            </Text>
          ))}
        </li>
      ))}
    </ol>
  );
}
