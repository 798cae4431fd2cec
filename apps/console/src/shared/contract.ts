import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from './api.ts';
import type { WithScript } from './script/with-script.ts';

/** What the api answers and takes, read off its routes. */
type V1 = typeof api.v1;
type AgentCall = V1['agent']['call'][':attemptId'];

export type Me = InferResponseType<V1['session']['$get']>;
type Agent = InferResponseType<V1['agent']['$get']>;
export type CurrentCall = WithScript<NonNullable<Agent['call']>>;
export type AgentView = Omit<Agent, 'call'> & { readonly call: CurrentCall | null };
export type Seat = InferResponseType<V1['agent']['sign-in']['$post']>;
export type DispositionBody = InferRequestType<AgentCall['disposition']['$post']>['json'];
export type LiveView = InferResponseType<V1['live']['$get']>;
