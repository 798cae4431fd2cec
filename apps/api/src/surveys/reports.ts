import { findCampaignDocument, surveyMark } from '@alize/db';
import type { ApiParts } from '../api-parts.ts';
import type { SurveyThread } from './survey-thread.ts';
import type { WorkAnswer, WorkAsked } from './survey-work.ts';

type Kind = 'report' | 'table';

/** Reports and cross tables that are kept as long as nothing has changed; large ones a little longer. */
export interface Reports {
  get<K extends Kind>(kind: K, asked: WorkAsked<K>): Promise<WorkAnswer<K>>;
}

interface Kept {
  readonly mark: string;
  readonly made: Promise<WorkAnswer<Kind>>;
  /** Until then it is given out though interviews have been added. */
  freshUntilMs: number;
}

/** A report takes no more than this share of the time. */
const costShare = 0.1;
const keptMax = 40;

export function createReports(
  parts: Pick<ApiParts, 'database' | 'clock'>,
  thread: Pick<SurveyThread, 'ask'>,
): Reports {
  const kept = new Map<string, Kept>();
  const make = async (kind: Kind, asked: WorkAsked<Kind>): Promise<WorkAnswer<Kind>> => {
    const { clientId, campaignId } = asked;
    const { db } = parts.database;
    const document = await findCampaignDocument(db, clientId, campaignId, 'survey');
    const mark = `${document?.version ?? 0} ${await surveyMark(db, campaignId)}`;
    const key = JSON.stringify([kind, asked]);
    const known = kept.get(key);
    if (known && (known.mark === mark || parts.clock.nowMs() < known.freshUntilMs)) return known.made;
    const begunAtMs = parts.clock.nowMs();
    const entry: Kept = { mark, made: thread.ask(kind, asked), freshUntilMs: Number.POSITIVE_INFINITY };
    kept.delete(key);
    kept.set(key, entry);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - keptMax))) kept.delete(oldest);
    try {
      return await entry.made;
    } catch (error) {
      if (kept.get(key) === entry) kept.delete(key);
      throw error;
    } finally {
      const nowMs = parts.clock.nowMs();
      entry.freshUntilMs = nowMs + (nowMs - begunAtMs) / costShare;
    }
  };
  return {
    // The kind is part of the key.
    get: <K extends Kind>(kind: K, asked: WorkAsked<K>) => make(kind, asked) as Promise<WorkAnswer<K>>,
  };
}
