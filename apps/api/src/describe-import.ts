import { describeRule } from '@alize/compliance';
import type { StoredImport } from '@alize/db';
import { describeFileError, describeRowChange, describeRowError } from '@alize/lead-import';
import type { ImportReport } from '@alize/leads';
import type { Language, ListOutlook } from '@alize/model';

/** An import as people see it: every code with its sentence. */
export function describeImport(stored: StoredImport, language: Language) {
  const { id, campaignId, listId, listName, fileName, settings, state, phase } = stored;
  const { uploadId, fileSha256, createdBy } = stored;
  const { rowsDone, leadsCount, createdAtMs, changedAtMs, importedAtMs, undoneAtMs } = stored;
  return {
    ...{ id, campaignId, listId, listName, fileName, settings, state, phase },
    ...{ uploadId, fileSha256, createdBy },
    ...{ rowsDone, leadsCount, createdAtMs, changedAtMs, importedAtMs, undoneAtMs },
    report: stored.report && describeReport(stored.report, language),
    failure:
      stored.failure === null
        ? null
        : { code: stored.failure, detail: describeFailure(stored.failure, language) },
  };
}

/** Why a whole file was refused, or given up, as a sentence. */
export function describeFailure(code: string, language: Language): string {
  return code === 'interrupted' ? interrupted[language] : describeFileError(code, language);
}

/** What the rules say of some leads, each rule with its sentence. */
export function describeOutlook(outlook: ListOutlook, language: Language) {
  const refusals = outlook.refusals.map((one) => ({ ...one, text: describeRule(one.rule, language) }));
  return { ...outlook, refusals };
}

function describeReport(report: ImportReport, language: Language) {
  return {
    ...report,
    errors: report.errors.map((one) => ({ ...one, detail: describeRowError(one.code, language) })),
    changes: report.changes.map((one) => ({ ...one, detail: describeRowChange(one.change, language) })),
    outlook: report.outlook && describeOutlook(report.outlook, language),
  };
}

const interrupted = {
  fr: 'L’import a été interrompu et annulé en entier : envoyez le fichier à nouveau.',
  en: 'The import was cut off and undone as a whole: upload the file again.',
} as const;
