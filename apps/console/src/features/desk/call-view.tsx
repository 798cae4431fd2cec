import { correctionsOf, pathOf, scoreOf } from '@alize/scripts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import type { CurrentCall } from '../../shared/contract.ts';
import { useAnswersDraft } from '../../shared/script/use-answers-draft.ts';
import { useDraftContent } from '../../shared/script/use-draft-content.ts';
import { useHold } from './appointment/use-hold.ts';
import { CallControls } from './call-controls.tsx';
import { ConsentWithdrawal } from './consent-withdrawal.tsx';
import classes from './desk.module.css';
import { DispositionPanel } from './disposition-panel.tsx';
import { lacksSlot } from './lacks-slot.ts';
import { LeadCard, LeadHistory } from './lead-card.tsx';
import { correctedFields } from './lead-corrections.ts';
import { leadName } from './lead-name.ts';
import { NoteField } from './note-field.tsx';
import { proposedDisposition } from './proposed-disposition.ts';
import { ScoreCard } from './score-card.tsx';
import { ScriptPanel } from './script-panel.tsx';
import type { Softphone } from './softphone.ts';
import { playArrival } from './tones.ts';
import { useCallContext } from './use-call-context.ts';
import { useChosenDevice } from './use-devices.ts';

/** One call, from its arrival to its disposition: who it is, what to say, how it ended. Keyed by the attempt. */
export function CallView({ call, phone }: { call: CurrentCall; phone: Softphone }) {
  const { attemptId } = call;
  const draft = useAnswersDraft(call, (json, keepalive) =>
    ask(
      api.v1.agent.call[':attemptId'].draft.$put(
        { param: { attemptId }, json },
        { init: { keepalive, credentials: 'same-origin' } },
      ),
    ),
  );
  const { t } = useTranslation('desk');
  const isOver = call.endedAtMs !== null;
  const announcement = useArrival(call, phone);
  const { script, facts } = call;
  const { answers, stepId } = useDraftContent(draft);
  const hold = useHold(call, draft);
  const context = useCallContext(call, answers, hold.held);
  const path = pathOf(script, answers, facts);
  const score = script.scoring && scoreOf(script, answers, facts);
  const proposed = proposedDisposition(script, {
    path,
    stepId: stepId ?? path[0] ?? 'end',
    isDisqualified: score?.isDisqualified ?? false,
  });
  return (
    <div className={classes.columns}>
      <p role="alert" className="visually-hidden">
        {isOver ? t('call.ended') : announcement}
      </p>
      <aside className={classes.column} aria-label={t('lead.label')}>
        <LeadCard
          lead={call.lead}
          corrections={correctedFields(correctionsOf(script, answers, facts), facts.fields)}
        />
        {score && script.scoring && <ScoreCard score={score} scoring={script.scoring} context={context} />}
        <LeadHistory history={call.history} />
        <ConsentWithdrawal call={call} />
      </aside>
      <ScriptPanel call={call} draft={draft} hold={hold} context={context} path={path} />
      <aside className={classes.column} aria-label={t('call.label')}>
        <CallControls call={call} phone={phone} />
        <NoteField draft={draft} />
        <DispositionPanel
          call={call}
          draft={draft}
          proposed={proposed}
          lacksSlot={lacksSlot(script, path, answers)}
          onSlotGone={hold.lose}
        />
      </aside>
    </div>
  );
}

/** The tone, the tab's title and the spoken sentence of an arriving call; none of them needs the tab to be seen. */
function useArrival(call: CurrentCall, phone: Softphone): string {
  const { t } = useTranslation('desk');
  const [speakerId] = useChosenDevice('speaker');
  const name = leadName(call.lead, t);
  const isOver = call.endedAtMs !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a call
  useEffect(() => {
    phone.setMuted(false);
    if (!isOver) void playArrival(speakerId).catch(() => {});
  }, []);
  useEffect(() => {
    document.title = `${isOver ? t('disposition.label') : t('call.documentTitle', { name })} · Alizé`;
  }, [isOver, name, t]);
  return t('call.arrived', { name, campaign: call.campaign.name });
}
