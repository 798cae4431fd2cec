import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { LogInPage } from './features/log-in/log-in-page.tsx';
import { AppLayout } from './shared/layout.tsx';
import { FailurePage, NotFoundPage } from './shared/page-states.tsx';
import { allow, homeOf, readMe, requireSession } from './shared/session.tsx';

const root = createRootRoute({ errorComponent: FailurePage, notFoundComponent: NotFoundPage });

const logIn = createRoute({
  getParentRoute: () => root,
  path: '/log-in',
  component: LogInPage,
  validateSearch: (search): { next?: string } =>
    typeof search.next === 'string' && /^\/[^/\\]/.test(search.next) ? { next: search.next } : {},
});

/** Every page behind the log-in is a child of this one. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: requireSession,
  component: AppLayout,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    throw redirect({ href: homeOf((await readMe()).role), replace: true });
  },
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('./features/account/account-page.tsx'), 'AccountPage'),
});

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/desk',
  beforeLoad: allow('agent'),
  component: lazyRouteComponent(() => import('./features/desk/desk-page.tsx'), 'DeskPage'),
});

/** One line a page; each page's code is loaded when it is first opened. */
export const routes = root.addChildren([logIn, signedIn.addChildren([home, account, desk])]);
