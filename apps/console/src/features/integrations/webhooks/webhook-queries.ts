import type { WebhookId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, ask, askTagged, ifMatch } from '../../../shared/api.ts';

const one = api.v1.webhooks[':id'];
export type Webhook = InferResponseType<typeof one.$get>;
export type NewWebhook = InferRequestType<typeof api.v1.webhooks.$post>['json'];
export type WebhookChange = InferRequestType<typeof one.$patch>['json'];

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async () => (await ask(api.v1.webhooks.$get())).data,
  refetchOnMount: 'always',
});

/** A webhook with its version, which goes with each change. */
export const webhookQuery = (id: WebhookId) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: () => askTagged(one.$get({ param: { id } })),
    gcTime: 0,
  });

export type WebhookWish =
  | { readonly kind: 'add'; readonly webhook: NewWebhook }
  | { readonly kind: 'change'; readonly id: WebhookId; readonly etag: string; readonly change: WebhookChange }
  | { readonly kind: 'switch'; readonly id: WebhookId; readonly isActive: boolean }
  | { readonly kind: 'rotate' | 'remove'; readonly id: WebhookId };

/** Changes a webhook; the answer bears its new secret where it has one, which is told this once. */
export function useChangeWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeWebhook,
    onSettled: () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
}

async function changeWebhook(wish: WebhookWish): Promise<{ readonly secret: string | null }> {
  if (wish.kind === 'add') return ask(api.v1.webhooks.$post({ json: wish.webhook }));
  const param = { id: wish.id };
  switch (wish.kind) {
    case 'change':
      await ask(one.$patch({ param, header: ifMatch(wish.etag), json: wish.change }));
      return { secret: null };
    case 'switch': {
      // One switch, whatever else was changed meanwhile.
      const { etag } = await askTagged(one.$get({ param }));
      await ask(one.$patch({ param, header: ifMatch(etag), json: { isActive: wish.isActive } }));
      return { secret: null };
    }
    case 'rotate':
      return ask(one.rotate.$post({ param }));
    case 'remove':
      await ask(one.$delete({ param }));
      return { secret: null };
    default:
      return wish satisfies never;
  }
}

/** Sends a test; answers the delivery that bears it. */
export const sendTest = (id: WebhookId) => ask(one.test.$post({ param: { id } }));
