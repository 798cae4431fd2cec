/**
 * What became of a call that was dialling. `offered`: answered, and to be given to an agent. `failed`: the trunk did
 * not carry it, which says nothing of the list.
 */
export type CallFate = 'offered' | 'unanswered' | 'busy' | 'invalid' | 'machine_detected' | 'failed';
