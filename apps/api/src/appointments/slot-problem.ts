import type { SlotRefusal } from '@alize/appointments';
import { Problem } from '../problem.ts';

/** Why a time cannot be had, as the asker is told. */
export function slotProblem(why: SlotRefusal): Problem {
  switch (why) {
    case 'taken':
      return new Problem('slot_gone');
    case 'too_soon':
      return new Problem('slot_too_soon');
    case 'too_far':
      return new Problem('slot_too_far');
    case 'not_offered':
      return new Problem('slot_not_offered');
    default:
      return why satisfies never;
  }
}
