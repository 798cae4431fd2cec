import type { AgentConnection, AgentState, PauseReason } from './agent.ts';
import type { Disposition, EndReason, NetworkResult, Progress } from './attempt.ts';
import type { AppointmentState } from './calendar.ts';
import type { BlockedReason, CampaignState } from './campaign.ts';
import type { DeliveryState, DeliveryWay, HandoverState } from './delivery.ts';
import type {
  AppointmentId,
  AttemptId,
  CalendarId,
  CampaignId,
  ClientId,
  DeliveryId,
  HandoverId,
  ImportId,
  InterviewId,
  LeadId,
  ListId,
  UserId,
} from './ids.ts';
import type { ImportPhase, ImportState } from './import-state.ts';
import type { AgentCounts, PacingNow } from './pacing-now.ts';
import type { InterviewState } from './survey.ts';

/** What happened. The event table is append-only, in the order of its ids, and bears no personal data. */
export type Event =
  | {
      readonly kind: 'campaign.changed';
      readonly campaignId: CampaignId;
      readonly state: CampaignState;
      readonly isInSchedule: boolean;
      readonly blockedReason: BlockedReason | null;
      readonly blockedDetail: string | null;
    }
  | {
      readonly kind: 'agent.changed';
      readonly userId: UserId;
      readonly state: AgentState;
      readonly pauseReason: PauseReason | null;
      readonly wishedPause: PauseReason | null;
      readonly sinceMs: number;
      readonly attemptId: AttemptId | null;
      readonly campaignId: CampaignId | null;
      readonly connection: AgentConnection;
    }
  | {
      readonly kind: 'call.changed';
      readonly attemptId: AttemptId;
      readonly leadId: LeadId;
      readonly campaignId: CampaignId;
      readonly agentId: UserId | null;
      readonly progress: Progress;
      readonly networkResult: NetworkResult | null;
      readonly endReason: EndReason | null;
      readonly isAbandoned: boolean;
      readonly disposition: Disposition | null;
    }
  /** How a running campaign is paced now; every 2 s at most, when it has changed. Kept for an hour. */
  | {
      readonly kind: 'campaign.paced';
      readonly campaignId: CampaignId;
      readonly decision: PacingNow;
      readonly agents: AgentCounts;
    }
  /** The dialer that holds the lease has found or lost Asterisk; a dialer that dies says nothing. */
  | { readonly kind: 'dialer.changed'; readonly isAsteriskUp: boolean }
  | {
      readonly kind: 'list.changed';
      readonly listId: ListId;
      readonly campaignId: CampaignId;
      readonly state: 'importing' | 'ready' | 'failed';
      readonly rowsTotal: number;
      readonly leadsCount: number;
      readonly errorsCount: number;
    }
  /** How far an import has come; four times a second at most, and whenever its state changes. */
  | ({
      readonly kind: 'import.changed';
      readonly importId: ImportId;
      readonly campaignId: CampaignId;
      /** Null until it is stored. */
      readonly listId: ListId | null;
      readonly state: ImportState;
    } & ImportProgress)
  /** An appointment is held, booked, moved, cancelled or released: whoever looks at free slots looks again. */
  | {
      readonly kind: 'appointment.changed';
      readonly appointmentId: AppointmentId;
      readonly calendarId: CalendarId;
      readonly campaignId: CampaignId;
      readonly state: AppointmentState;
    }
  /** An interview ended or one of its cells changed. */
  | {
      readonly kind: 'survey.changed';
      readonly campaignId: CampaignId;
      readonly interviewId: InterviewId;
      readonly state: InterviewState;
    }
  /** A qualified lead was handed over, accepted or rejected. */
  | {
      readonly kind: 'handover.changed';
      readonly handoverId: HandoverId;
      readonly campaignId: CampaignId;
      readonly state: HandoverState;
    }
  /** A delivery was sent or given up. */
  | {
      readonly kind: 'delivery.changed';
      readonly deliveryId: DeliveryId;
      readonly way: DeliveryWay;
      readonly state: DeliveryState;
    }
  /** Somebody took out or erased what is on record of people; of whom is not said. */
  | {
      readonly kind: 'audit.noted';
      readonly deed: 'person_file' | 'person_erased' | 'evidence_numbers';
      readonly userId: UserId;
    };

/** How far an import has come. */
export interface ImportProgress {
  /** Null when nothing is being done. */
  readonly phase: ImportPhase | null;
  /** Rows done in this phase. */
  readonly rowsDone: number;
  /** Rows the phase has in all; null while only the bytes are known. */
  readonly rowsAll: number | null;
  /** 0 to 1, of this phase. */
  readonly share: number;
  readonly rowsPerSecond: number;
  /** Of the phase; null in its first second. */
  readonly secondsLeft: number | null;
}

export type EventKind = Event['kind'];

/** An event as stored: with its place in the order, its instant, and the client whose people may see it. */
export interface StoredEvent {
  readonly id: number;
  readonly atMs: number;
  readonly clientId: ClientId | null;
  readonly event: Event;
}

/** What people ask of the dialer, by way of the command table. */
export type Command =
  | { readonly kind: 'agent.sign_in' }
  | { readonly kind: 'agent.sign_out' }
  | { readonly kind: 'agent.ready' }
  | { readonly kind: 'agent.pause'; readonly reason: PauseReason }
  | { readonly kind: 'call.hang_up'; readonly attemptId: AttemptId }
  /** The disposition is stored; the agent may leave wrap-up. */
  | { readonly kind: 'call.disposed'; readonly attemptId: AttemptId };

export interface StoredCommand {
  readonly id: number;
  readonly atMs: number;
  readonly clientId: ClientId;
  /** Who asks; for the agent commands, the agent it is about. */
  readonly userId: UserId;
  readonly command: Command;
}
