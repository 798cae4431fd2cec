import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from './api.ts';

/** What the api answers and takes, read off its routes. */
type V1 = typeof api.v1;
type AgentCall = V1['agent']['call'][':attemptId'];

export type Me = InferResponseType<V1['session']['$get']>;
export type AgentView = InferResponseType<V1['agent']['$get']>;
export type CurrentCall = NonNullable<AgentView['call']>;
export type Script = CurrentCall['script'];
export type ScriptStep = Script['steps'][number];
export type ScriptQuestion = ScriptStep['questions'][number];
export type Answers = CurrentCall['answers'];
export type Answer = Answers[string];
export type Seat = InferResponseType<V1['agent']['sign-in']['$post']>;
export type DraftBody = InferRequestType<AgentCall['draft']['$put']>['json'];
export type DispositionBody = InferRequestType<AgentCall['disposition']['$post']>['json'];
export type LiveView = InferResponseType<V1['live']['$get']>;
