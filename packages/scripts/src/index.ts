export { missingAnswers, nextStepId, pathOf, saidId } from './follow.ts';
export type { Outcome } from './outcome.ts';
export { outcomeOf } from './outcome.ts';
export type { ScriptContext, ScriptPeople } from './render-text.ts';
export { renderText, scriptContext } from './render-text.ts';
export type { ScriptCheck, ScriptProblem, ScriptProblemCode } from './validate-script.ts';
export { scriptProblemCodes, validateScript } from './validate-script.ts';
