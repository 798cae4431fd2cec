import { leadsToInvite } from '@alize/db';
import { leadName } from '@alize/leads';
import type { Language, LeadId } from '@alize/model';
import {
  codebook,
  type DataRow,
  type DataShape,
  dataCells,
  dataShape,
  savFile,
  spssSyntax,
} from '@alize/surveys';
import type { ApiParts } from '../api-parts.ts';
import { csvResponse } from '../tables/csv.ts';
import { type Cell, fileResponse, inTurns } from '../tables/table-file.ts';
import { interviewUrl } from './invite.ts';
import type { Reading } from './read-interviews.ts';
import { readInterviews } from './read-interviews.ts';
import { weightsOf } from './report.ts';
import { readScripts } from './survey-questions.ts';
import { campaignOf, type SurveyAsked, type scriptsOf, seeSurvey } from './survey-settings.ts';

interface FileAsked extends SurveyAsked {
  readonly language: Language;
  /** Of whoever exports. */
  readonly timeZone: string;
}

const fileName = 'data';

/** The interviews as comma separated values, which spreadsheets and the syntax read alike. */
export async function dataFile(reading: Reading, asked: FileAsked): Promise<Response> {
  const { shape, scripts } = await shapeOf(reading, asked);
  return csvResponse({
    ...{ name: fileName, language: asked.language, delimiter: ',' },
    headings: shape.variables.map(({ name }) => name),
    pages: dataPages(reading, asked, shape, scripts),
  });
}

/** The SPSS syntax that reads them. */
export async function syntaxFile(reading: Reading, asked: FileAsked): Promise<Response> {
  const { shape } = await shapeOf(reading, asked);
  return saved('data.sps', 'text/plain; charset=utf-8', spssSyntax(shape, `${fileName}.csv`));
}

/** What every column and code means. */
export async function codebookFile(reading: Reading, asked: FileAsked): Promise<Response> {
  const { shape, campaignName } = await shapeOf(reading, asked);
  return saved('codebook.html', 'text/html; charset=utf-8', codebook(shape, campaignName, asked.language));
}

/** The same data as an SPSS system file. */
export async function systemFile(reading: Reading, asked: FileAsked): Promise<Response> {
  const { shape, scripts, campaignName } = await shapeOf(reading, asked);
  const encoder = new TextEncoder();
  const now = new Date(reading.clock.nowMs());
  const day = now.toLocaleDateString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  });
  const file = savFile(shape, {
    label: campaignName,
    createdOn: [day, now.toISOString().slice(11, 19)],
    encode: (text) => encoder.encode(text),
  });
  async function* parts(): AsyncGenerator<Uint8Array, void, undefined> {
    yield file.head;
    for await (const rows of inTurns(dataPages(reading, asked, shape, scripts)))
      yield joined(rows.map((cells) => file.caseOf(cells)));
  }
  return fileResponse('data.sav', 'application/x-spss-sav', streamOf(parts()));
}

async function shapeOf(reading: Reading, asked: FileAsked) {
  const { settings } = await seeSurvey(reading, asked);
  const { questions, scripts, campaignName } = await readScripts(reading, asked);
  return { shape: dataShape(questions, settings.quotas, asked.language), scripts, campaignName };
}

const rowsAtOnce = 200;
type DataCell = string | number | null;

async function* dataPages(
  reading: Reading,
  asked: FileAsked,
  { variables }: DataShape,
  scripts: Awaited<ReturnType<typeof scriptsOf>>,
): AsyncGenerator<readonly (readonly DataCell[])[], void, undefined> {
  const { settings } = await seeSurvey(reading, asked);
  const weights = await weightsOf(reading, asked, settings);
  const interviewers = new Map<string, number>();
  const numberOf = (id: string | null) => {
    if (id === null) return null;
    if (!interviewers.has(id)) interviewers.set(id, interviewers.size + 1);
    return interviewers.get(id) ?? null;
  };
  let rows: DataCell[][] = [];
  for await (const interview of readInterviews(reading, asked, scripts)) {
    const row: DataRow = {
      ...interview,
      startedAt: localTime(interview.startedAtMs, asked.timeZone),
      interviewer: interview.channel === 'phone' ? numberOf(interview.agentId) : null,
      weight:
        weights && interview.state === 'complete' ? (weights.byCell.get(interview.cell ?? '') ?? null) : null,
    };
    rows.push([...dataCells(variables, row)]);
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

const localTime = (atMs: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(atMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');

const linkHeadings = {
  fr: ['Fiche', 'Référence', 'E-mail', 'Lien'],
  en: ['Lead', 'Reference', 'E-mail', 'Link'],
} as const;

/** The link of each lead that may still be called, for a mailing of the client's own. */
export async function linksFile(api: ApiParts, asked: FileAsked): Promise<Response> {
  await campaignOf(api, asked);
  const { language } = asked;
  return csvResponse({
    name: 'links',
    language,
    headings: linkHeadings[language],
    pages: linkPages(api, asked),
  });
}

async function* linkPages(
  api: ApiParts,
  { clientId, campaignId }: SurveyAsked,
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  let afterId: LeadId | null = null;
  for (;;) {
    const leads: Awaited<ReturnType<typeof leadsToInvite>> = await leadsToInvite(
      api.database.db,
      clientId,
      campaignId,
      { afterId, limit: rowsAtOnce },
    );
    const last = leads.at(-1);
    if (!last) return;
    yield leads.map((lead) => [
      leadName({ ...lead, company: null }),
      lead.reference,
      lead.email,
      interviewUrl(api, lead.id),
    ]);
    afterId = last.id;
  }
}

function saved(name: string, type: string, text: string): Response {
  const stream = new Response(text).body;
  if (!stream) throw new Error('A text has a body');
  return fileResponse(name, type, stream);
}

/** The parts as a stream, made no faster than they are read. */
function streamOf(parts: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await parts.return();
    },
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
