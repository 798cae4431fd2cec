import { expect, test } from 'vitest';
import { complianceTabs, readSearch, tabsOf } from './compliance-tabs.ts';

test('a supervisor sees every tab but the evidence, which is a manager’s to hand out', () => {
  expect(tabsOf('supervisor')).not.toContain('evidence');
  expect(tabsOf('supervisor')).toHaveLength(complianceTabs.length - 1);
  expect(tabsOf('manager')).toEqual(complianceTabs);
});

test('an address keeps no number, whatever it was given', () => {
  expect(readSearch({ tab: 'consents', number: '+33639980001', phoneNumber: '0639980001' })).toEqual({
    tab: 'consents',
  });
});
