import type { Role } from '@alize/model';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { redirect, useRouter } from '@tanstack/react-router';
import i18next from 'i18next';
import { ApiProblem, api, ask } from './api.ts';
import type { Me } from './contract.ts';
import { queryClient } from './query-client.ts';

/** The person behind the session; refused with status 401 when there is none. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask(api.v1.session.$get()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const readMe = (): Promise<Me> => queryClient.ensureQueryData(meQuery);

/** The person behind the session, on a page behind the log-in. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Where a person of this role lands. */
export function homeOf(role: Role): string {
  if (role === 'agent') return '/desk';
  return role === 'supervisor' ? '/live' : '/campaigns';
}

/** For `beforeLoad`: sends who has no session to the log-in, and back here after it. */
export async function requireSession({ location }: { location: { href: string } }): Promise<void> {
  try {
    const me = await readMe();
    if (localStorage.getItem('alize.language') === null && i18next.language !== me.language) {
      await i18next.changeLanguage(me.language);
    }
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    const next = location.href === '/' ? {} : { next: location.href };
    throw redirect({ to: '/log-in', search: next, replace: true });
  }
}

/** For `beforeLoad`: sends people of other roles to their own first page. The api enforces the rights; this is courtesy. */
export function allow(...allowed: readonly Role[]): () => Promise<void> {
  return async () => {
    const { role } = await readMe();
    if (!allowed.includes(role)) throw redirect({ href: homeOf(role), replace: true });
  };
}

/** Leaves for the log-in, unless the page objects (an agent in a call), then ends the session. */
export function useLogOut(): () => Promise<void> {
  const router = useRouter();
  return async () => {
    await router.navigate({ to: '/log-in' });
    if (router.state.location.pathname !== '/log-in') return;
    await ask(api.v1.session.$delete());
    queryClient.clear();
  };
}
