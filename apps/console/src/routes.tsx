import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readTab } from './features/campaigns/campaign-tabs.ts';
import { readSearch as readComplianceSearch } from './features/compliance/compliance-tabs.ts';
import { readLeadSearch } from './features/leads/lead-search.ts';
import { readImportSearch } from './features/lists/import-search.ts';
import { LogInPage } from './features/log-in/log-in-page.tsx';
import { readFilter } from './features/results/result-filter.ts';
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

const managers = allow('administrator', 'manager');
const watchers = allow('administrator', 'manager', 'supervisor');

const live = createRoute({
  getParentRoute: () => signedIn,
  path: '/live',
  beforeLoad: watchers,
  component: lazyRouteComponent(() => import('./features/live/live-page.tsx'), 'LivePage'),
});

const campaigns = createRoute({
  getParentRoute: () => signedIn,
  path: '/campaigns',
  beforeLoad: managers,
  component: lazyRouteComponent(() => import('./features/campaigns/campaigns-page.tsx'), 'CampaignsPage'),
});

const newCampaign = createRoute({
  getParentRoute: () => signedIn,
  path: '/campaigns/new',
  beforeLoad: managers,
  component: lazyRouteComponent(
    () => import('./features/campaigns/new-campaign-page.tsx'),
    'NewCampaignPage',
  ),
});

const campaign = createRoute({
  getParentRoute: () => signedIn,
  path: '/campaigns/$id',
  beforeLoad: watchers,
  validateSearch: readTab,
  component: lazyRouteComponent(() => import('./features/campaigns/campaign-page.tsx'), 'CampaignPage'),
});

const importFile = createRoute({
  getParentRoute: () => signedIn,
  path: '/campaigns/$id/import',
  beforeLoad: managers,
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('./features/lists/import-page.tsx'), 'ImportPage'),
});

const leads = createRoute({
  getParentRoute: () => signedIn,
  path: '/campaigns/$id/leads',
  beforeLoad: managers,
  validateSearch: readLeadSearch,
  component: lazyRouteComponent(() => import('./features/leads/leads-page.tsx'), 'LeadsPage'),
});

const results = createRoute({
  getParentRoute: () => signedIn,
  path: '/results',
  beforeLoad: watchers,
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./features/results/results-page.tsx'), 'ResultsPage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  beforeLoad: managers,
  component: lazyRouteComponent(() => import('./features/people/people-page.tsx'), 'PeoplePage'),
});

const suppressions = createRoute({
  getParentRoute: () => signedIn,
  path: '/suppressions',
  beforeLoad: managers,
  component: lazyRouteComponent(
    () => import('./features/suppressions/suppressions-page.tsx'),
    'SuppressionsPage',
  ),
});

const compliance = createRoute({
  getParentRoute: () => signedIn,
  path: '/compliance',
  beforeLoad: watchers,
  validateSearch: readComplianceSearch,
  component: lazyRouteComponent(() => import('./features/compliance/compliance-page.tsx'), 'CompliancePage'),
});

/** One line a page; each page's code is loaded when it is first opened. */
export const routes = root.addChildren([
  logIn,
  signedIn.addChildren([
    home,
    account,
    desk,
    live,
    campaigns,
    newCampaign,
    campaign,
    importFile,
    leads,
    results,
    people,
    suppressions,
    compliance,
  ]),
]);
