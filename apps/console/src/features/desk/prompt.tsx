import { renderText, scriptContext } from '@alize/scripts';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import { formatPhone } from '../../shared/format.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { useMe } from '../../shared/session.tsx';
import classes from './desk.module.css';

/** What to say, with the lead's, the agent's and the client's data in it; a field that nobody knows stands out. */
export function Prompt({
  text,
  call,
  isLegal = false,
}: {
  text: string;
  call: CurrentCall;
  isLegal?: boolean;
}) {
  const { i18n } = useTranslation();
  const { name } = useMe();
  const { lead, campaign } = call;
  const civility = lead.civility === 'M' || lead.civility === 'Mme' ? lead.civility : null;
  const context = scriptContext({
    lead: { ...lead, civility, phoneNumber: formatPhone(lead.phoneNumber) },
    agentName: name,
    clientName: campaign.clientName,
  });
  const said = renderText(text, context);
  return (
    <p className={classes.say} {...(isLegal && { 'data-legal': true })} style={{ marginBlock: 0 }}>
      {(i18n.language === 'fr' ? frenchSpaces(said) : said).split(/(⟦[^⟧]*⟧)/).map((part, index) =>
        part.startsWith('⟦') ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
          <mark key={index} className={classes.unknown}>
            {part.slice(1, -1)}
          </mark>
        ) : (
          part
        ),
      )}
    </p>
  );
}
