import { afterAll, beforeAll, describe } from 'vitest';
import { describeAppointments } from './appointment-campaign.case.ts';
import { describeQualifiedLeads } from './qualification-campaign.case.ts';
import { openStage, type Stage } from './stage.ts';
import { describeSurvey } from './survey-campaign.case.ts';

describe.skipIf(process.env.ALIZE_TEST_SKIP_REASON)(
  'the kinds of campaign on the real Asterisk, in Chromium',
  () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage({ name: 'kinds-real', portFrom: 10_100, isFake: false });
    });
    afterAll(() => stage?.close());

    describeSurvey(() => stage);
    describeAppointments(() => stage);
    describeQualifiedLeads(() => stage);
  },
);
