import { describeFileError, describeRowChange, describeRowError, type Inspection } from '@alize/lead-import';
import type { Language } from '@alize/model';
import { createRoute, z } from '@hono/zod-openapi';
import { completeReading } from '../complete-settings.ts';
import { uploadContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { ThreadEnded } from '../imports/thread.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';
import { fileNameIn, isTusSpoken, tusOffer, uploadHeaders } from '../upload-headers.ts';
import type { Upload } from '../upload-store.ts';

const tags = ['uploads'];
const askTus = createRoute({
  method: 'options',
  path: '/v1/uploads',
  tags,
  summary: 'What of tus is spoken here',
  responses: { 204: nothing('Tus-Version, Tus-Extension, Tus-Max-Size') },
});
const createUpload = createRoute({
  method: 'post',
  path: '/v1/uploads',
  tags,
  summary: 'Begin to send a file in pieces (tus 1.0.0, creation)',
  request: { headers: contract.newUploadHeaders },
  responses: { 201: jsonAnswer(contract.upload, 'Location says where its pieces go') },
});
/** HEAD of the same path answers the same headers. */
const getUpload = createRoute({
  method: 'get',
  path: '/v1/uploads/{id}',
  tags,
  summary: 'How much of the file has arrived',
  request: { params: withId('upload') },
  responses: { 200: jsonAnswer(contract.upload, 'Upload-Offset says where to go on') },
});
const pieceType = 'application/offset+octet-stream';
const pieceBody = { required: true, content: { [pieceType]: { schema: z.string() } } };
const addPiece = createRoute({
  method: 'patch',
  path: '/v1/uploads/{id}',
  tags,
  summary: 'Send a piece, as application/offset+octet-stream; what arrives of it before a cut is kept',
  request: {
    params: withId('upload'),
    headers: contract.pieceHeaders,
    body: pieceBody,
  },
  responses: { 204: nothing('Upload-Offset says where to go on') },
});
const removeUpload = createRoute({
  method: 'delete',
  path: '/v1/uploads/{id}',
  tags,
  summary: 'Give a file up (tus 1.0.0, termination)',
  request: { params: withId('upload') },
  responses: { 204: nothing('Gone') },
});
const previewUpload = createRoute({
  method: 'post',
  path: '/v1/uploads/{id}/preview',
  tags,
  summary: 'The start of a file as it would be imported; nothing is stored',
  request: { params: withId('upload'), body: jsonBody(contract.look) },
  responses: { 200: jsonAnswer(contract.inspection, 'What the importer sees') },
});

/** Files that come in piece by piece, and a look into them. */
export function uploadRoutes(api: Api) {
  const { uploads, imports } = api;
  return makeRouter()
    .openapi(askTus, (context) => context.body(null, 204, tusOffer))
    .openapi(createUpload, async (context) => {
      const headers = context.req.valid('header');
      speakTus(headers['tus-resumable']);
      const fileName = fileNameIn(headers['upload-metadata']);
      if (!fileName) throw new Problem('file_name_missing');
      const upload = await uploads.begin({
        clientId: clientOf(context),
        createdBy: context.var.asker.userId,
        bytesAll: Number(headers['upload-length']),
        fileName,
      });
      return context.json(toUpload(upload), 201, {
        ...uploadHeaders(upload),
        location: `/v1/uploads/${upload.id}`,
      });
    })
    .openapi(getUpload, async (context) => {
      const upload = await uploads.find(clientOf(context), context.req.valid('param').id);
      return context.json(toUpload(upload), 200, uploadHeaders(upload));
    })
    .openapi(addPiece, async (context) => {
      const headers = context.req.valid('header');
      speakTus(headers['tus-resumable']);
      if (context.req.header('content-type') !== pieceType) throw new Problem('wrong_content_type');
      const upload = await uploads.find(clientOf(context), context.req.valid('param').id);
      const { body } = context.req.raw;
      const bytesReceived = await uploads.append(upload, Number(headers['upload-offset']), body);
      return context.body(null, 204, uploadHeaders({ ...upload, bytesReceived }));
    })
    .openapi(removeUpload, async (context) => {
      await uploads.remove(await uploads.find(clientOf(context), context.req.valid('param').id));
      return context.body(null, 204, { 'tus-resumable': tusOffer['tus-resumable'] });
    })
    .openapi(previewUpload, async (context) => {
      const upload = await uploads.find(clientOf(context), context.req.valid('param').id);
      if (upload.bytesReceived < upload.bytesAll) throw new Problem('upload_incomplete');
      const { read, mapping } = context.req.valid('json');
      const settings = { read: completeReading(read), mapping: mapping ?? null };
      const answer = await imports.preview(uploads.pathOf(upload.id), settings).catch(tooHard);
      if (answer.kind === 'previewed') {
        return context.json(toContract(answer.inspection, context.var.language), 200);
      }
      const detail = describeFileError(answer.code, context.var.language);
      throw new Problem('file_unreadable', { errors: [{ pointer: `/${answer.code}`, detail }] });
    });
}

function speakTus(asked: string | undefined): void {
  if (!isTusSpoken(asked)) throw new Problem('tus_version_unknown');
}

/** Its thread has died of the file, or was ended after its time: the file is at fault, not whoever else is served. */
function tooHard(error: unknown): never {
  throw error instanceof ThreadEnded ? new Problem('file_too_hard') : error;
}

const toUpload = ({ id, fileName, bytesAll, bytesReceived, createdAtMs }: Upload) => ({
  ...{ id, fileName, bytesAll, bytesReceived, createdAtMs },
});

/** The same with the sentences that people read. */
function toContract(inspection: Inspection, language: Language) {
  const leads = inspection.leads.map((row) => {
    if (row.kind === 'repeat') return row;
    if (row.kind === 'error') {
      const { kind, line, code, column, value } = row;
      return { kind, line, code, column, value, detail: describeRowError(code, language) };
    }
    const changes = row.changes.map((note) => ({
      ...note,
      detail: describeRowChange(note.change, language),
    }));
    return { ...row, changes };
  });
  return { ...inspection, leads };
}
