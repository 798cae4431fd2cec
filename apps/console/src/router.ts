import { createRouter } from '@tanstack/react-router';
import { routes } from './routes.tsx';
import { PendingPage } from './shared/page-states.tsx';

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PendingPage,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
