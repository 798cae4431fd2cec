import { type Kysely, sql } from 'kysely';
import { runStatements } from './run-statements.ts';

/**
 * What the three kinds of campaign need: drafts of scripts, calendars and appointments, quotas and interviews,
 * hand-overs, and what is told to the outside. Each index names its query.
 */
const statements = [
  // A draft of the next version, which people edit; null when there is none. draft_version is raised at each save.
  `alter table script add column draft text`,
  `alter table script add column draft_version integer not null default 0`,
  `alter table script add column draft_changed_at bigint`,
  `alter table script add column draft_changed_by text references "user"`,
  // A name is one script's; of those that bore the same, the later ones say which they are.
  `update script set name = name || ' (' || id || ')' where exists (select 1 from script as earlier
    where earlier.client_id = script.client_id and earlier.name = script.name and earlier.id < script.id)`,
  `create unique index script_name on script (client_id, name)`,
  // The call whose answers this one began with; null for the first.
  `alter table attempt add column answers_from text references attempt`,

  // settings: CalendarSettings without name and is_active. feed_key: who knows it may read the feed. inbound: the
  // feed or the CalDAV collection that is read, its password enciphered; null for none.
  `create table calendar (
    id text primary key, client_id text not null references client, name text not null, settings text not null,
    is_active integer not null default 1, version integer not null default 1, feed_key text not null,
    inbound text, inbound_read_at bigint, inbound_failure text, inbound_etag text, created_at bigint not null,
    changed_at bigint not null, unique (client_id, name))`,
  // findCalendarByFeedKey
  `create unique index calendar_feed on calendar (feed_key)`,
  // What a calendar's inbound feed says is taken; replaced as a whole at each reading.
  `create table calendar_busy (
    calendar_id text not null references calendar, starts_at bigint not null, ends_at bigint not null,
    client_id text not null)`,
  // busyTimes
  `create index calendar_busy_time on calendar_busy (calendar_id, starts_at)`,
  // sequence: of iCalendar, raised at each change that a guest must hear of. remind_at: when reminders are looked at
  // next, null when none is to come; reminded_at: up to when they were.
  `create table appointment (
    id text primary key, client_id text not null references client, calendar_id text not null references calendar,
    campaign_id text not null references campaign, lead_id text not null references lead,
    attempt_id text references attempt, state text not null, starts_at bigint not null, ends_at bigint not null,
    held_until bigint, held_by text references "user", booked_at bigint, booked_by text references "user",
    confirmed_at bigint, remind_at bigint, reminded_at bigint, reason text, note text not null default '', sequence integer not null default 0,
    created_at bigint not null, changed_at bigint not null)`,
  // what is taken of a calendar
  `create index appointment_calendar on appointment (calendar_id, starts_at)
    where state in ('held', 'booked', 'kept', 'no_show')`,
  // holds that ran out
  `create index appointment_held on appointment (held_until) where state = 'held'`,
  // remindersDue
  `create index appointment_remind on appointment (remind_at) where state = 'booked' and remind_at is not null`,
  `create index appointment_lead on appointment (lead_id)`,
  `create index appointment_campaign on appointment (campaign_id, starts_at)`,
  `create index appointment_attempt on appointment (attempt_id) where attempt_id is not null`,
  // What befell an appointment, in order: from where to where, by whom, why.
  `create table appointment_change (
    appointment_id text not null references appointment, number integer not null, client_id text not null,
    at bigint not null, kind text not null, by_user text references "user", by_whom text not null, before text,
    reason text, primary key (appointment_id, number))`,

  // campaign: how calendars are chosen and what a slot must offer; how surveys and hand-overs work. JSON documents,
  // each with a version for those who edit at the same time.
  `create table campaign_document (
    campaign_id text not null references campaign, kind text not null, client_id text not null,
    document text not null, version integer not null default 1, changed_at bigint not null,
    changed_by text references "user", primary key (campaign_id, kind))`,

  // How many interviews a cell has, of how many wanted.
  `create table quota_cell (
    campaign_id text not null references campaign, cell text not null, client_id text not null,
    target integer not null, done_count integer not null default 0, primary key (campaign_id, cell))`,
  // How far the leads of a campaign are sorted into a plan that has changed: the list and the lead done
  // last, then the interview.
  `create table quota_sorting (
    campaign_id text primary key references campaign, client_id text not null, list_id text, after_id text,
    interview_id text,
    leads_done integer not null default 0, leads_all integer not null)`,
  // The lead's cell of its campaign's quotas: group ids, `?` where one is not known, `!` where it is of none; null: not
  // sorted yet, or no quotas.
  `alter table lead add column quota_cell text`,
  // groupsOf and firstDue of a campaign with quotas, keysDue
  `create index lead_due_cell on lead (campaign_id, quota_cell, list_id, priority desc, next_try_at)
    where state = 'open' and is_callback = 0 and quota_cell is not null`,
  // One interview of a lead, over its calls and its link. answers: of the whole interview. seed: of its drawn orders.
  `create table interview (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    lead_id text references lead, list_id text references list, attempt_id text references attempt,
    agent_id text references "user", script_version_id text not null references script_version,
    channel text not null, state text not null, cell text, step_id text, answers text not null, seed bigint not null,
    started_at bigint not null, ended_at bigint, duration_ms bigint, changed_at bigint not null)`,
  // findInterview; one of a lead and a campaign
  `create unique index interview_lead on interview (lead_id, campaign_id) where lead_id is not null`,
  // interviewsForReport
  `create index interview_campaign on interview (campaign_id, id)`,
  // scriptsOfInterviews
  `create index interview_script on interview (campaign_id, script_version_id)`,
  // surveyMark
  `create index interview_changed on interview (campaign_id, changed_at)`,

  // Each correction of a lead's field by an answer or by people, with what it was.
  `create table lead_change (
    lead_id text not null references lead, number integer not null, client_id text not null, at bigint not null,
    field text not null, before text, after text, by_user text references "user", attempt_id text,
    by_whom text not null, primary key (lead_id, number))`,

  // score_parts: what each question brought of the points, JSON as Score has it.
  `create table handover (
    id text primary key, client_id text not null references client, campaign_id text not null references campaign,
    lead_id text not null references lead, list_id text not null references list, attempt_id text references attempt,
    agent_id text references "user", state text not null, points real, score_parts text not null default '[]',
    stage_label text, reason text, comment text, handed_over_at bigint not null, judged_at bigint,
    judged_by text references "user")`,
  // handoversOfClient
  `create index handover_client on handover (client_id, handed_over_at)`,
  // handoversOfClient of one campaign, handoverCounts
  `create index handover_campaign on handover (campaign_id, handed_over_at)`,
  // erasePerson
  `create index handover_lead on handover (lead_id)`,
  // Every verdict on a hand-over, in order; the last one stands and is on the hand-over too. by_user null: by the link.
  `create table handover_verdict (
    handover_id text not null references handover, number integer not null, client_id text not null,
    at bigint not null, verdict text not null, reason text, comment text, by_user text references "user",
    primary key (handover_id, number))`,

  // secret is enciphered. secret_before: those that sign beside it, newest first, a blank between them. kinds: JSON array of notice kinds; empty for all.
  `create table webhook (
    id text primary key, client_id text not null references client, url text not null, description text not null,
    kinds text not null, secret text not null, secret_before text, secret_before_until bigint,
    is_active integer not null default 1, disabled_reason text, failing_since bigint, sent_at bigint,
    version integer not null default 1,
    created_by text references "user", created_at bigint not null, changed_at bigint not null)`,
  `create index webhook_client on webhook (client_id) where is_active = 1`,
  // One thing to be told to one receiver. number: the order in which facts were told. target: webhook id, e-mail
  // address, number, calendar id, or campaign id of a CSV drop. lane: what may be slow or down as one: a webhook, a
  // calendar, or the way itself. payload: what is sent, JSON. order_key: deliveries to a target with the same one go one
  // after the other. taken_until: until when some process is at work on it. expires_at: from when on it is too late.
  `create table delivery (
    number integer primary key autoincrement, id text not null unique, client_id text not null references client,
    way text not null, target text not null, lane text not null, notice_kind text not null, payload text not null,
    order_key text, lead_id text, campaign_id text, state text not null, tries_count integer not null default 0,
    next_try_at bigint, taken_until bigint, expires_at bigint, failure text, status integer, answer text,
    sent_at bigint, created_at bigint not null, changed_at bigint not null)`,
  // waitingLanes, takeDeliveries
  `create index delivery_due on delivery (lane, next_try_at, number) where state = 'due'`,
  // takeDeliveries, enqueue, closeTry: which others of the same order wait
  `create index delivery_order on delivery (target, order_key, number)
    where state = 'due' and order_key is not null`,
  // deliveriesOfClient
  `create index delivery_client on delivery (client_id, created_at, id)`,
  // deliveriesOfClient of one webhook
  `create index delivery_target on delivery (target, created_at, id)`,
  // what is given up, of webhookCounts
  `create index delivery_dead on delivery (target) where state = 'dead'`,
  // sweepDeliveries
  `create index delivery_old on delivery (state, changed_at) where state != 'due'`,
  // erasePerson
  `create index delivery_lead on delivery (lead_id) where lead_id is not null`,
  // failure null: it was taken.
  `create table delivery_try (
    delivery_id text not null, number integer not null, at bigint not null, duration_ms bigint not null,
    failure text, status integer, primary key (delivery_id, number))`,

  // secret_hash: SHA-256 of the secret part. A key acts in the name of the person who made it.
  `create table api_key (
    id text primary key, client_id text not null references client, name text not null, secret_hash text not null,
    scopes text not null, calls_per_minute integer not null, created_by text not null references "user",
    created_at bigint not null, expires_at bigint, used_at bigint, revoked_at bigint)`,
  `create index api_key_client on api_key (client_id, id)`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
  await rewriteScripts(db);
}

/** Documents take the shape of format 2; what they say and ask stays. */
async function rewriteScripts(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    id: string;
    document: string;
  }>`select id, document from script_version`.execute(db);
  for (const { id, document } of rows) {
    // Written by format 1's only writer, which had checked it.
    const rewritten = JSON.stringify(fromFormatOne(JSON.parse(document) as FormatOne));
    await sql`update script_version set document = ${rewritten} where id = ${id}`.execute(db);
  }
}

interface FormatOne {
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly say: string;
    readonly isLegal: boolean;
    readonly questions: readonly {
      readonly id: string;
      readonly kind: string;
      readonly label: string;
      readonly isRequired: boolean;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly min: number | null;
      readonly max: number | null;
    }[];
    readonly branches: readonly {
      readonly questionId: string;
      readonly equals: string;
      readonly goTo: string;
    }[];
  }[];
  readonly objections: readonly unknown[];
}

const plainOption = { points: 0, isDisqualifying: false, isExclusive: false, isFixed: false };
const plainQuestion = {
  ...{
    help: '',
    rows: [],
    minLabel: '',
    maxLabel: '',
    showIf: null,
    isShuffled: false,
    fills: null,
    bands: [],
  },
};

function fromFormatOne({ steps, objections }: FormatOne): object {
  const kinds = new Map(steps.flatMap((step) => step.questions.map(({ id, kind }) => [id, kind])));
  return {
    format: 2,
    steps: steps.map(({ id, title, say, isLegal, questions, branches }) => ({
      ...{ id, title, say, legal: isLegal ? ['identity', 'client', 'purpose'] : [], note: '', showIf: null },
      webSay: '',
      questions: questions.map((question) => ({
        ...plainQuestion,
        ...question,
        options: question.options.map((option) => ({ ...option, ...plainOption })),
      })),
      branches: branches.map(({ questionId, equals, goTo }) => {
        const is = kinds.get(questionId) === 'multiple' ? 'contains' : 'equals';
        return { when: { kind: 'answer', questionId, row: null, is, value: equals }, goTo };
      }),
      ending: null,
    })),
    ...{ objections, scoring: null, shuffledBlocks: [] },
  };
}
