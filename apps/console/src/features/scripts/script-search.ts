import { type Part, parts } from './document/place.ts';

/** What of the editor is open. */
export interface ScriptSearch {
  readonly part?: Part;
  readonly step?: string;
}

export function readScriptSearch(search: Record<string, unknown>): ScriptSearch {
  const part = parts.find((each) => each === search.part);
  return {
    ...(part && part !== 'steps' && { part }),
    ...(typeof search.step === 'string' && search.step !== '' && { step: search.step }),
  };
}
