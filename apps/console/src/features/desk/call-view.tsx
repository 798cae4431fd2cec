import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import type { CurrentCall } from '../../shared/contract.ts';
import { CallControls } from './call-controls.tsx';
import { ConsentWithdrawal } from './consent-withdrawal.tsx';
import classes from './desk.module.css';
import { DispositionPanel } from './disposition-panel.tsx';
import { CallDraft } from './draft.ts';
import { LeadCard } from './lead-card.tsx';
import { leadName } from './lead-name.ts';
import { NoteField } from './note-field.tsx';
import { ScriptPanel } from './script-panel.tsx';
import type { Softphone } from './softphone.ts';
import { playArrival } from './tones.ts';
import { useChosenDevice } from './use-devices.ts';

/** One call, from its arrival to its disposition: who it is, what to say, how it ended. Keyed by the attempt. */
export function CallView({ call, phone }: { call: CurrentCall; phone: Softphone }) {
  const draft = useDraft(call);
  const { t } = useTranslation('desk');
  const isOver = call.endedAtMs !== null;
  const announcement = useArrival(call, phone);
  return (
    <div className={classes.columns}>
      <p role="alert" className="visually-hidden">
        {isOver ? t('call.ended') : announcement}
      </p>
      <aside className={classes.column} aria-label={t('lead.label')}>
        <LeadCard lead={call.lead} history={call.history} />
        <ConsentWithdrawal call={call} />
      </aside>
      <ScriptPanel call={call} draft={draft} />
      <aside className={classes.column} aria-label={t('call.label')}>
        <CallControls call={call} phone={phone} />
        <NoteField draft={draft} />
        <DispositionPanel call={call} draft={draft} />
      </aside>
    </div>
  );
}

/** The draft of this call: sent as it changes, and at the latest when the page goes away. */
function useDraft({ attemptId, ...call }: CurrentCall): CallDraft {
  const [draft] = useState(
    () =>
      new CallDraft(call, (json, keepalive) =>
        ask(
          api.v1.agent.call[':attemptId'].draft.$put(
            { param: { attemptId }, json },
            { init: { keepalive, credentials: 'same-origin' } },
          ),
        ),
      ),
  );
  useEffect(() => {
    const leave = () => draft.flushLast();
    const hide = () => document.visibilityState === 'hidden' && leave();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [draft]);
  return draft;
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
