import type { InferRequestType, InferResponseType } from 'hono/client';
import type { api } from '../api.ts';

/** Calendars and appointments, read off the api's routes. */
type V1 = typeof api.v1;

export type Calendar = InferResponseType<V1['calendars'][':id']['$get']>;
/** A calendar in the list, with its next free time. */
export type CalendarRow = InferResponseType<V1['calendars']['$get']>['data'][number];
export type CalendarSettings = InferRequestType<V1['calendars']['$post']>['json'];
export type CalendarWeek = InferResponseType<V1['calendars'][':id']['week']['$get']>;
export type SlotList = InferResponseType<V1['campaigns'][':id']['slots']['$get']>;
export type Slot = SlotList['data'][number];
export type AppointmentRow = InferResponseType<V1['appointments']['$get']>['data'][number];
export type Appointment = InferResponseType<V1['appointments'][':id']['$get']>;
export type Booking = InferResponseType<V1['campaigns'][':id']['booking']['$get']>;
