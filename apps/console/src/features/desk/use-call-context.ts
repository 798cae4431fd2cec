import type { Answers } from '@alize/model';
import { type ScriptContext, scriptContext } from '@alize/scripts';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import { formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { HeldSlot } from './appointment/held-slot.ts';
import { slotWords } from './appointment/slot-words.ts';

/** What the placeholders of a call's script are filled with. */
export function useCallContext(call: CurrentCall, answers: Answers, held: HeldSlot | null): ScriptContext {
  const { name: agentName } = useMe();
  const { i18n } = useTranslation();
  const { lead, script, campaign } = call;
  return scriptContext({
    lead: { ...lead, phoneNumber: formatPhone(lead.phoneNumber) },
    ...{ agentName, clientName: campaign.clientName, script, answers },
    appointment: held && slotWords(held, i18n.language),
    language: i18n.language === 'en' ? 'en' : 'fr',
  });
}
