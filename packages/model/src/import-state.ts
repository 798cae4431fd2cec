/**
 * checking -> checked | refused; checked -> importing -> imported -> undoing -> undone.
 * `cancelled`: given up before anything of it could be called. `refused`: the file cannot be imported at all.
 * Nothing of an import can be called before all of it is stored: in `importing`, phase `releasing`, the leads are let go.
 */
export const importStates = [
  'checking',
  'checked',
  'refused',
  'importing',
  'imported',
  'cancelling',
  'cancelled',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** What is being done while a state lasts: rows are read, rulings asked, rows stored, leads let go, leads taken out. */
export const importPhases = ['reading', 'ruling', 'storing', 'releasing', 'removing'] as const;
export type ImportPhase = (typeof importPhases)[number];
