import { campaignKinds, languages, legalMatters } from '@alize/model';
import { reviewScript, validateScript } from '@alize/scripts';
import { expect, test } from 'vitest';
import { startingScript } from './starting-scripts.ts';

const all = campaignKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));

test.each(all)('the script to start from for $kind, in $language, can be published as it is', (made) => {
  const script = startingScript(made.kind, made.language);
  expect(validateScript(script)).toMatchObject({ kind: 'valid' });
  expect(reviewScript(script, { kind: made.kind, requiredMatters: legalMatters, knownFields: [] })).toEqual(
    [],
  );
});
