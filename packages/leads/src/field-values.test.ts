import { describe, expect, test } from 'vitest';
import { countryCode } from './country-code.ts';
import {
  booleanOf,
  civilityOf,
  emailOf,
  numberOf,
  phoneCodeOf,
  postalCodeOf,
  priorityOf,
  saysNothing,
  timeZoneOf,
} from './field-values.ts';

test.each([
  ['M.', 'M'],
  ['Mr', 'M'],
  ['Monsieur', 'M'],
  ['H', 'M'],
  ['Mme', 'Mme'],
  ['Mlle', 'Mme'],
  ['Mrs.', 'Mme'],
  ['Féminin', 'Mme'],
  ['Dr', null],
])('%s is addressed as %s', (text, civility) => {
  expect(civilityOf(text)).toBe(civility);
});

test.each([
  ['1000', '01000'],
  ['6000', '06000'],
  ['75001', '75001'],
  ['F-75001', '75001'],
  ['FR75001', '75001'],
  ['75 001', '75001'],
  ['1000.0', '01000'],
  ['20000', '20000'],
  ['2A004', '2A004'],
  ['97400', '97400'],
  ['cedex', 'cedex'],
  ['100', '100'],
])('the French postal code %s is %s', (text, code) => {
  expect(postalCodeOf(text, true)).toBe(code);
});

test.each(['1000', 'SW1A 1AA', 'F-75001'])('elsewhere %s is left alone', (text) => {
  expect(postalCodeOf(text, false)).toBe(text);
});

test.each([
  ['Marie.Curie@Exemple.FR', 'Marie.Curie@exemple.fr'],
  ['mailto:a@b.fr', 'a@b.fr'],
  ['Claire <claire@exemple.fr>', 'claire@exemple.fr'],
  ['a@b.fr; c@d.fr', 'a@b.fr'],
  ['a@société.fr', 'a@société.fr'],
  ['claire@exemple', null],
  ['claire', null],
  ['a@@b.fr', null],
  ['a@-b.fr', null],
  [`${'a'.repeat(250)}@b.fr`, null],
])('the e-mail address of %s is %s', (text, email) => {
  expect(emailOf(text)).toBe(email);
});

test.each([
  ['oui', true],
  ['OUI', true],
  ['yes', true],
  ['Vrai', true],
  ['1', true],
  ['x', true],
  ['non', false],
  ['FAUX', false],
  ['0', false],
  ['peut-être', null],
])('%s says %s', (text, value) => {
  expect(booleanOf(text)).toBe(value);
});

test.each([
  ['12', 12],
  ['-12', -12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1 234,50', 1234.5],
  ['1\u202f234\u202f567', 1_234_567],
  ['1 234,50 €', 1234.5],
  ['20 %', 20],
  ['1,234.50', 1234.5],
  ['1.234,50', 1234.5],
  ['1 23', null],
  ['12 ans', null],
  ['1e5', null],
  ['', null],
])('%s is the number %s', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

test.each(['-', '—', 'N/A', 'n.c.', 'NC', 'Néant', '?', 'inconnu'])('%s says nothing', (text) => {
  expect(saysNothing(text)).toBe(true);
});

test.each(['0', '12', 'non', 'x12'])('%s says something', (text) => {
  expect(saysNothing(text)).toBe(false);
});

test.each([
  ['5', 5],
  ['-99', -99],
  ['+99', 99],
  ['3,0', 3],
  ['-0', 0],
  ['100', null],
  ['haute', null],
  ['1.5', null],
])('priority %s is %s', (text, priority) => {
  expect(priorityOf(text)).toBe(priority);
});

test.each([
  ['33', '33'],
  ['+33', '33'],
  ['0033', '33'],
  ['33.0', '33'],
  ['1', '1'],
  ['0', null],
  ['FR', null],
  ['12345', null],
])('calling code %s is %s', (text, code) => {
  expect(phoneCodeOf(text)).toBe(code);
});

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['europe/paris', 'Europe/Paris'],
  ['America/New_York', 'America/New_York'],
  ['+02:00', null],
  ['Paris', null],
  ['-5', null],
])('time zone %s is %s', (text, zone) => {
  expect(timeZoneOf(text)).toBe(zone);
});

describe('a country in every way people write it', () => {
  test.each([
    ['FR', 'FR'],
    ['fr', 'FR'],
    ['FRA', 'FR'],
    ['France', 'FR'],
    ['FRANCE', 'FR'],
    ['France métropolitaine', 'FR'],
    ['La Réunion', 'RE'],
    ['Belgique', 'BE'],
    ['Belgium', 'BE'],
    ['UK', 'GB'],
    ['Royaume-Uni', 'GB'],
    ['USA', 'US'],
    ['Etats-Unis', 'US'],
    ['Cote d’Ivoire', 'CI'],
    ['Madagascar', 'MG'],
    ['N/A', null],
    ['Narnia', null],
    ['ZZ', null],
  ])('%s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });
});
