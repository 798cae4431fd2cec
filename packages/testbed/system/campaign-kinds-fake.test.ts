import { afterAll, beforeAll, describe } from 'vitest';
import { describeAppointments } from './appointment-campaign.case.ts';
import { describeQualifiedLeads } from './qualification-campaign.case.ts';
import { openStage, type Stage } from './stage.ts';
import { describeSurvey } from './survey-campaign.case.ts';

describe.skipIf(process.env.ALIZE_TEST_SKIP_REASON)(
  'the kinds of campaign on the fake Asterisk, in Chromium',
  () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage({ name: 'kinds-fake', portFrom: 10_200, isFake: true });
    });
    afterAll(() => stage?.close());

    describeSurvey(() => stage);
    describeAppointments(() => stage);
    describeQualifiedLeads(() => stage);
  },
);
