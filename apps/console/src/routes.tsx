import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readAppointmentSearch } from './features/appointments/appointment-search.ts';
import { readCalendarSearch } from './features/calendars/calendar-search.ts';
import { readTab } from './features/campaigns/campaign-tabs.ts';
import { readSearch as readComplianceSearch } from './features/compliance/compliance-tabs.ts';
import { readHandoverSearch } from './features/handovers/handover-search.ts';
import { readIntegrationSearch } from './features/integrations/integration-search.ts';
import { readLeadSearch } from './features/leads/lead-search.ts';
import { readImportSearch } from './features/lists/import-search.ts';
import { LogInPage } from './features/log-in/log-in-page.tsx';
import { readFilter } from './features/results/result-filter.ts';
import { readScriptSearch } from './features/scripts/script-search.ts';
import { readSurveySearch } from './features/surveys/survey-search.ts';
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

/** A qualified lead, for the client who was sent its link; outside the log-in. */
const sharedLead = createRoute({
  getParentRoute: () => root,
  path: '/fiche/$token',
  component: lazyRouteComponent(() => import('./features/handovers/shared-lead-page.tsx'), 'SharedLeadPage'),
});

/** A survey that the person answers by themselves, behind the link they were sent. */
const interview = createRoute({
  getParentRoute: () => root,
  path: '/enquete/$token',
  component: lazyRouteComponent(() => import('./features/interview/interview-page.tsx'), 'InterviewPage'),
});

/** A person's own appointment, by the link that they were sent; outside the log-in. */
const ownAppointment = createRoute({
  getParentRoute: () => root,
  path: '/rdv/$token',
  component: lazyRouteComponent(
    () => import('./features/appointments/public/own-appointment-page.tsx'),
    'OwnAppointmentPage',
  ),
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

const booking = createRoute({
  getParentRoute: () => campaign,
  path: '/booking',
  beforeLoad: managers,
  component: lazyRouteComponent(
    () => import('./features/appointments/settings/booking-page.tsx'),
    'BookingPage',
  ),
});

const quotas = createRoute({
  getParentRoute: () => campaign,
  path: '/quotas',
  component: lazyRouteComponent(() => import('./features/surveys/quotas-page.tsx'), 'QuotasPage'),
});

const survey = createRoute({
  getParentRoute: () => campaign,
  path: '/survey',
  validateSearch: readSurveySearch,
  component: lazyRouteComponent(() => import('./features/surveys/survey-page.tsx'), 'SurveyPage'),
});

const handover = createRoute({
  getParentRoute: () => campaign,
  path: '/handover',
  validateSearch: readHandoverSearch,
  component: lazyRouteComponent(() => import('./features/handovers/handover-page.tsx'), 'HandoverPage'),
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

const appointments = createRoute({
  getParentRoute: () => signedIn,
  path: '/appointments',
  beforeLoad: watchers,
  validateSearch: readAppointmentSearch,
  component: lazyRouteComponent(
    () => import('./features/appointments/appointments-page.tsx'),
    'AppointmentsPage',
  ),
});

const calendars = createRoute({
  getParentRoute: () => signedIn,
  path: '/calendars',
  beforeLoad: managers,
  component: lazyRouteComponent(() => import('./features/calendars/calendars-page.tsx'), 'CalendarsPage'),
});

const newCalendar = createRoute({
  getParentRoute: () => signedIn,
  path: '/calendars/new',
  beforeLoad: managers,
  component: lazyRouteComponent(
    () => import('./features/calendars/new-calendar-page.tsx'),
    'NewCalendarPage',
  ),
});

const calendar = createRoute({
  getParentRoute: () => signedIn,
  path: '/calendars/$id',
  beforeLoad: managers,
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('./features/calendars/calendar-page.tsx'), 'CalendarPage'),
});

const results = createRoute({
  getParentRoute: () => signedIn,
  path: '/results',
  beforeLoad: watchers,
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./features/results/results-page.tsx'), 'ResultsPage'),
});

const scripts = createRoute({
  getParentRoute: () => signedIn,
  path: '/scripts',
  beforeLoad: managers,
  component: lazyRouteComponent(() => import('./features/scripts/scripts-page.tsx'), 'ScriptsPage'),
});

const script = createRoute({
  getParentRoute: () => signedIn,
  path: '/scripts/$id',
  beforeLoad: managers,
  validateSearch: readScriptSearch,
  component: lazyRouteComponent(() => import('./features/scripts/script-page.tsx'), 'ScriptPage'),
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

const integrations = createRoute({
  getParentRoute: () => signedIn,
  path: '/integrations',
  beforeLoad: managers,
  validateSearch: readIntegrationSearch,
  component: lazyRouteComponent(
    () => import('./features/integrations/integrations-page.tsx'),
    'IntegrationsPage',
  ),
});

/** One line a page; each page's code is loaded when it is first opened. */
export const routes = root.addChildren([
  logIn,
  ownAppointment,
  interview,
  sharedLead,
  signedIn.addChildren([
    home,
    account,
    desk,
    live,
    campaigns,
    newCampaign,
    campaign.addChildren([booking, quotas, survey, handover]),
    importFile,
    leads,
    appointments,
    calendars,
    newCalendar,
    calendar,
    results,
    scripts,
    script,
    people,
    suppressions,
    compliance,
    integrations,
  ]),
]);
