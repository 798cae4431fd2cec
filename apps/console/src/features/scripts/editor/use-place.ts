import type { Script } from '@alize/model';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Part } from '../document/place.ts';

const route = getRouteApi('/signed-in/scripts/$id');

/** Part and step stand in the address, so that a reload, a link and the back button find them. */
export function usePlace(script: Script) {
  const { part = 'steps', step: wanted } = route.useSearch();
  const navigate = useNavigate({ from: '/scripts/$id' });
  const stepId = script.steps.find(({ id }) => id === wanted)?.id ?? script.steps[0]?.id ?? null;
  const go = (search: { part?: Part; step?: string }) =>
    void navigate({ search, replace: true, resetScroll: false, ignoreBlocker: true });
  return {
    part,
    stepId,
    openPart: (next: Part) => go({ part: next, ...(stepId && { step: stepId }) }),
    openStep: (id: string) => go({ step: id }),
  };
}
