import { describe, expect, test } from 'vitest';
import { type ColumnTarget, recogniseHeading, recogniseHeadings } from './index.ts';

test.each<[string, ColumnTarget]>([
  ['Téléphone', 'phoneNumber'],
  ['N° de téléphone', 'phoneNumber'],
  ['Nº TEL', 'phoneNumber'],
  ['Num. tél.', 'phoneNumber'],
  ['numéro', 'phoneNumber'],
  ['Tél. mobile', 'phoneNumber'],
  ['Phone', 'phoneNumber'],
  ['phone_number', 'phoneNumber'],
  ['phoneNumber', 'phoneNumber'],
  ['Numéro à appeler', 'phoneNumber'],
  ['Nom', 'lastName'],
  ['Nom de famille', 'lastName'],
  ['Last name', 'lastName'],
  ['Nom et prénom', 'lastName'],
  ['PRENOM', 'firstName'],
  ['prénom', 'firstName'],
  ['First Name', 'firstName'],
  ['Civilité', 'civility'],
  ['Raison sociale', 'company'],
  ['Société', 'company'],
  ['Courriel', 'email'],
  ['E-mail', 'email'],
  ['Adresse e-mail', 'email'],
  ['Adresse', 'address'],
  ['Code postal', 'postalCode'],
  ['C.P.', 'postalCode'],
  ['ZIP code', 'postalCode'],
  ['Ville', 'city'],
  ['N° client', 'reference'],
  ['Réf.', 'reference'],
  ['Id', 'reference'],
  ['Commentaires', 'comment'],
  ['Date de consentement', 'consentAt'],
  ['Consent date', 'consentAt'],
  ['Origine du consentement', 'consentSource'],
  ['Contrat', 'custom'],
  ['Date de naissance', 'custom'],
  ['', 'ignore'],
  [' - ', 'ignore'],
])('%s holds %s', (heading, target) => {
  expect(recogniseHeading(heading)).toBe(target);
});

describe('the standard names of VICIdial', () => {
  test.each<[string, ColumnTarget]>([
    ['vendor_lead_code', 'reference'],
    ['phone_number', 'phoneNumber'],
    ['phone_code', 'custom'],
    ['alt_phone', 'custom'],
    ['title', 'civility'],
    ['first_name', 'firstName'],
    ['middle_initial', 'custom'],
    ['last_name', 'lastName'],
    ['address1', 'address'],
    ['address2', 'custom'],
    ['city', 'city'],
    ['postal_code', 'postalCode'],
    ['email', 'email'],
    ['comments', 'comment'],
    ['security_phrase', 'custom'],
    ['list_id', 'custom'],
    ['rank', 'custom'],
  ])('%s holds %s', (heading, target) => {
    expect(recogniseHeading(heading)).toBe(target);
  });
});

test('a target is given once: the second telephone is kept as a column of its own', () => {
  expect(recogniseHeadings(['Tél. fixe', 'Nom', 'Tél. mobile', ''])).toEqual([
    'phoneNumber',
    'lastName',
    'custom',
    'ignore',
  ]);
});

test.each(['__proto__', 'constructor', 'toString'])('%s is a heading like any other', (heading) => {
  expect(recogniseHeading(heading)).toBe('custom');
});
