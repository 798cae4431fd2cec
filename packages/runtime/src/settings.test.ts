import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './index.ts';

describe('settings', () => {
  it('need nothing from the environment', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 8080, asterisk: 'managed' });
    expect(settings.trunks).toMatchObject([{ name: 'demonstration', kind: 'demonstration' }]);
  });

  it('tell every wrong value at once, each with a sentence', () => {
    const read = () => readSettings({ ALIZE_PORT: 'eighty', ALIZE_SEATS: '0', ALIZE_ASTERISK: 'maybe' });
    expect(read).toThrow(SettingsError);
    try {
      read();
    } catch (error) {
      expect(error instanceof SettingsError && error.problems).toEqual([
        'ALIZE_PORT must be a whole number from 1 to 65535, not "eighty".',
        'ALIZE_ASTERISK must be one of managed, external, fake, not "maybe".',
        'ALIZE_SEATS must be a whole number from 1 to 999, not "0".',
      ]);
    }
  });

  it('put the database into a file of the data folder, or take the address of a PostgreSQL one', () => {
    const place = (env: Record<string, string>) => readSettings(env).databasePlace;
    expect(place({ ALIZE_DATA: '/srv/alize' })).toBe('/srv/alize/alize.sqlite');
    const address = 'postgres://alize:secret@db.example.org/alize';
    expect(place({ ALIZE_DATABASE: address })).toBe(address);
    // What is wrong with it is said without it: it may hold a password.
    expect(() => place({ ALIZE_DATABASE: 'mysql://alize:secret@db.example.org' })).toThrow(
      /^ALIZE_DATABASE must be the address of a PostgreSQL database(?!.*secret)/,
    );
  });

  it('send no mail and no text message unless told by which account', () => {
    expect(readSettings({})).toMatchObject({ mail: null, sms: null, privateHostsAllowed: [] });
    const mail = { ALIZE_SMTP_URL: 'smtp://localhost:25', ALIZE_MAIL_FROM: 'Alizé <rdv@example.org>' };
    expect(readSettings(mail).mail).toEqual({
      url: 'smtp://localhost:25',
      from: 'Alizé <rdv@example.org>',
    });
    expect(() => readSettings({ ...mail, ALIZE_MAIL_FROM: '' })).toThrow(/^ALIZE_MAIL_FROM/);
    expect(() => readSettings({ ALIZE_SMTP_URL: 'http://user:secret@host' })).toThrow(
      /^ALIZE_SMTP_URL must be the address of a mail server(?!.*secret)/,
    );
    expect(() => readSettings({ ALIZE_OVH_SMS_SERVICE: 'sms-1' })).toThrow(
      /ALIZE_OVH_CONSUMER_KEY is missing/,
    );
  });

  it('make a trunk of each address given', () => {
    const { trunks } = readSettings({
      ALIZE_TRUNK_OVH_ADDRESS: 'sip.example.org:5060',
      ALIZE_TRUNK_OVH_LINES: '60',
    });
    expect(trunks[1]).toMatchObject({
      name: 'ovh',
      kind: 'sip',
      address: 'sip.example.org:5060',
      linesMax: 60,
    });
  });
});
