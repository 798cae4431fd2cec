import { renderText, type ScriptContext } from '@alize/scripts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown, { type Components } from 'react-markdown';
import { frenchSpaces } from '../french-spaces.ts';
import classes from './script.module.css';

interface Props {
  /** Markdown with placeholders. */
  readonly text: string;
  readonly context: ScriptContext;
  /** An agent sees which field nobody knows; a respondent is spared the gap. */
  readonly audience: 'agent' | 'respondent';
}

/** What to say, with its placeholders filled: the large text of a step, or plain where it stands beside something. */
export function SayText({
  isLegal = false,
  isPlain = false,
  ...props
}: Props & { isLegal?: boolean; isPlain?: boolean }) {
  const markdown = useFilled(props);
  if (markdown.trim() === '') return null;
  return (
    <div className={isPlain ? classes.plain : classes.say} {...(isLegal && { 'data-legal': true })}>
      <Markdown components={blocks} disallowedElements={['img']} skipHtml>
        {markdown}
      </Markdown>
    </div>
  );
}

/** A label or a line of help: one line of Markdown, without paragraphs or links. */
export function LineText(props: Props) {
  return (
    <Markdown
      components={blocks}
      allowedElements={['strong', 'em', 'code', 'del', 'br']}
      unwrapDisallowed
      skipHtml
    >
      {useFilled(props)}
    </Markdown>
  );
}

/** Fields that nobody knows come as ⟦name⟧: as code they reach `Code` below, whatever stands around them. */
function useFilled({ text, context, audience }: Props): string {
  const { i18n } = useTranslation();
  const filled = renderText(text, context).replace(/⟦([^⟧]*)⟧/g, (_all, name: string) =>
    audience === 'agent' ? `\`⟦${name.replaceAll(/[`\\]/g, '')}⟧\`` : '',
  );
  return i18n.language === 'fr' ? frenchSpaces(filled) : filled;
}

const heading = ({ children }: { children?: ReactNode }) => (
  <Text component="h3" fw={650} mb={4}>
    {children}
  </Text>
);

/** Headings stay below those of the page; a link opens beside the call, and only when it is clicked. */
const blocks: Components = {
  ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  code: Code,
};

function Code({ children }: { children?: ReactNode }) {
  const unknown = typeof children === 'string' ? /^⟦(.*)⟧$/.exec(children)?.[1] : undefined;
  return unknown === undefined ? <code>{children}</code> : <mark className={classes.unknown}>{unknown}</mark>;
}
