import type { Locator, Page } from 'playwright-core';

/** What is done at each step, by its title; steps that are not named have nothing to fill in. */
export type StepDeeds = Readonly<Record<string, (step: Locator) => Promise<void>>>;

/** Goes through the script of a call as its agent does, to its end; the titles of the steps that came, in order. */
export function followScript(page: Page, deeds: StepDeeds): Promise<readonly string[]> {
  const script = page.getByRole('region', { name: 'Script', exact: true });
  const heading = script.getByRole('heading', { level: 2 });
  const next = script.getByRole('button', { name: 'Suivant' });
  return follow({ heading, next, body: script, isEnd: (title) => title === 'Fin du script' }, deeds);
}

/** Answers a survey on the web as the person does, and sends it. */
export function answerOnWeb(page: Page, deeds: StepDeeds): Promise<readonly string[]> {
  const heading = page.getByRole('heading', { level: 1 });
  const next = page.getByRole('button', { name: /^(Continuer|Envoyer)$/ });
  return follow(
    { heading, next, body: page.locator('main'), isEnd: (title) => title.startsWith('Merci') },
    deeds,
  );
}

async function follow(
  reader: {
    readonly heading: Locator;
    readonly next: Locator;
    readonly body: Locator;
    readonly isEnd: (title: string) => boolean;
  },
  deeds: StepDeeds,
): Promise<readonly string[]> {
  const titles: string[] = [];
  for (;;) {
    const said = ((await reader.heading.first().textContent()) ?? '').trim();
    const title = said.replace(/^Étape \d+\s:\s/, '');
    if (reader.isEnd(title)) return titles;
    titles.push(title);
    await deeds[title]?.(reader.body);
    await reader.next.click();
    await reader.heading.filter({ hasNotText: said }).first().waitFor();
  }
}

/** Chooses an answer, or a mark of a scale, by the question's words and its own. */
export async function tick(step: Locator, question: string, answer: string): Promise<void> {
  await step.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click();
}
