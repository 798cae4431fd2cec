import { type Answers, isId } from '@alize/model';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ApiProblem, api, ask } from '../../../shared/api.ts';
import type { CurrentCall } from '../../../shared/contract.ts';
import { useEventsOf } from '../../../shared/events.ts';
import type { AnswersDraft } from '../../../shared/script/answers-draft.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { type HeldSlot, renewInMs } from './held-slot.ts';
import { slotsKey, slotsQuery } from './use-slots.ts';

/** What a call asks to hold; without a calendar the campaign chooses who takes it. */
export type WantedSlot = Pick<HeldSlot, 'startsAtMs'> & Partial<Pick<HeldSlot, 'calendarId' | 'note'>>;

/** The time that the call keeps for the person, whatever step is on the screen. */
export interface Hold {
  readonly held: HeldSlot | null;
  /** It was held, and somebody else has it now. */
  readonly isGone: boolean;
  readonly isSending: boolean;
  readonly error: unknown;
  /** Holds it in place of what was held, and gives the question its answer. */
  readonly take: (questionId: string, slot: WantedSlot) => void;
  /** What whoever goes there should know. */
  readonly note: (note: string) => void;
  readonly letGo: () => void;
  /** The api has said that it is somebody else's. */
  readonly lose: () => void;
}

/** Holds a slot, renews it while the call lasts, and lets it go; the answer of the question is the appointment's id. */
export function useHold(call: CurrentCall, draft: AnswersDraft): Hold {
  const { attemptId } = call;
  const client = useQueryClient();
  const [held, setHeld] = useState<HeldSlot | null>(null);
  const [isGone, setGone] = useState(false);
  const [failures, setFailures] = useState(0);
  const route = api.v1.agent.call[':attemptId'].appointment;
  const lookAgain = () => void client.invalidateQueries({ queryKey: slotsKey(attemptId) });

  const forget = () => {
    for (const id of appointmentAnswers(draft.current().answers)) draft.answer(id, null);
    setHeld(null);
    void draft.flush();
  };
  const lose = () => {
    forget();
    setGone(true);
    lookAgain();
  };
  useFound(call, draft, held, (found) => (found ? setHeld(found) : forget()));
  const post = useMutation({
    mutationFn: ({ slot }: { slot: WantedSlot; questionId: string | null }) =>
      ask(route.$post({ param: { attemptId }, json: slot })),
    onSuccess: (row, { questionId }) => {
      setHeld(row);
      setGone(false);
      setFailures(0);
      if (questionId !== null) draft.answer(questionId, row.id);
      void draft.flush();
      lookAgain();
    },
    onError: (error, { questionId }) => {
      lookAgain();
      if (error instanceof ApiProblem && error.code === 'slot_gone' && questionId === null) {
        lose();
      } else setFailures((count) => count + 1);
    },
  });
  const remove = useMutation({
    mutationFn: () => ask(route.$delete({ param: { attemptId } })),
    onSuccess: () => {
      forget();
      lookAgain();
    },
  });

  const renew = useEffectEvent((note: string = held?.note ?? '') => {
    if (!held || post.isPending || remove.isPending) return;
    const { startsAtMs, calendarId } = held;
    post.mutate({ slot: { startsAtMs, calendarId, note }, questionId: null });
  });
  const heldUntilMs = held?.heldUntilMs ?? null;
  const isLive = call.endedAtMs === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a failure asks for another try
  useEffect(() => {
    if (heldUntilMs === null || !isLive) return;
    const timer = setTimeout(renew, renewInMs(heldUntilMs, nowMs()));
    return () => clearTimeout(timer);
  }, [heldUntilMs, isLive, failures]);
  // Let go elsewhere, or run out while the browser slept: ask for it back before somebody else does.
  useEventsOf('appointment.changed', (event) => {
    if (event.appointmentId === held?.id && event.state === 'released' && isLive) renew();
  });

  return {
    held,
    isGone,
    isSending: post.isPending || remove.isPending,
    error: post.error ?? remove.error,
    take: (questionId, slot) => post.mutate({ slot, questionId }),
    note: (note) => {
      if (!held || note === held.note) return;
      const { startsAtMs, calendarId } = held;
      post.mutate({ slot: { startsAtMs, calendarId, note }, questionId: null });
    },
    letGo: () => remove.mutate(),
    lose,
  };
}

/**
 * For a page that was loaded anew: an answer names an appointment of which nothing is known here. `settle` gets what the
 * call holds; null when it holds nothing, as when the answer came from an earlier call.
 */
function useFound(
  { attemptId }: CurrentCall,
  draft: AnswersDraft,
  held: HeldSlot | null,
  settle: (found: HeldSlot | null) => void,
): void {
  const [isUnknown] = useState(() => appointmentAnswers(draft.current().answers).length > 0);
  const { data } = useQuery({ ...slotsQuery(attemptId, null), enabled: isUnknown && held === null });
  const found = useEffectEvent(settle);
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    if (!data || isSettled || !isUnknown) return;
    setSettled(true);
    found(data.held);
  }, [data, isSettled, isUnknown]);
}

/** Ids of the questions that an appointment answers. */
const appointmentAnswers = (answers: Answers): readonly string[] =>
  Object.entries(answers).flatMap(([id, answer]) => (isId('appointment', answer) ? [id] : []));
