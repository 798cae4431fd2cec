import {
  FileError,
  type FileErrorCode,
  type Inspection,
  type InspectSettings,
  inspectFile,
} from '@alize/lead-import';
import { answerIn } from './answer-in.ts';

export interface PreviewAsked {
  /** Path of the file. */
  readonly file: string;
  readonly settings: InspectSettings;
}
export type PreviewAnswer =
  | { readonly kind: 'previewed'; readonly inspection: Inspection }
  | { readonly kind: 'refused'; readonly code: FileErrorCode };

answerIn(async ({ file, settings }: PreviewAsked): Promise<PreviewAnswer> => {
  try {
    return { kind: 'previewed', inspection: await inspectFile(file, settings) };
  } catch (error) {
    if (error instanceof FileError) return { kind: 'refused', code: error.code };
    throw error;
  }
});
