/** Beginnings of ZIP codes: `350-369` is every one from 350 to 369. */
type Row = readonly [state: string, beginnings: string];

/** State by the first three digits of a ZIP code (USPS labelling list L002); longer beginnings are exceptions. */
export const zipRows: readonly Row[] = [
  ['US-AL', '350-352 354-369'],
  ['US-AK', '995-999'],
  ['US-AZ', '850-853 855-857 859-860 863-865'],
  ['US-AR', '716-729'],
  ['US-CA', '900-908 910-928 930-961'],
  ['US-CO', '800-816'],
  ['US-CT', '060-069'],
  ['US-DC', '200 202-205'],
  ['US-DE', '197-199'],
  ['US-FL', '320-339 341-342 344 346-347 349'],
  ['US-GA', '300-319 398-399'],
  ['US-HI', '967-968'],
  ['US-IA', '500-516 520-528'],
  ['US-ID', '832-838'],
  ['US-IL', '600-620 622-629'],
  ['US-IN', '460-479'],
  ['US-KS', '660-662 664-679'],
  ['US-KY', '400-418 420-427'],
  ['US-LA', '700-701 703-708 710-714'],
  ['US-MA', '010-027 055'],
  ['US-MD', '206-212 214-219'],
  ['US-ME', '039-049'],
  ['US-MI', '480-499'],
  ['US-MN', '550-551 553-567'],
  ['US-MO', '630-631 633-641 644-658'],
  ['US-MS', '386-397'],
  ['US-MT', '590-599'],
  ['US-NC', '270-289'],
  ['US-ND', '580-588'],
  ['US-NE', '680-681 683-693'],
  ['US-NH', '030-038'],
  ['US-NJ', '070-089'],
  ['US-NM', '870-871 873-875 877-884'],
  ['US-NV', '889-891 893-895 897-898'],
  ['US-NY', '005 100-149'],
  ['US-OH', '430-459'],
  ['US-OK', '730-731 734-741 743-749'],
  ['US-OR', '970-979'],
  ['US-PA', '150-196'],
  ['US-RI', '028-029'],
  ['US-SC', '290-299'],
  ['US-SD', '570-577'],
  ['US-TN', '370-385'],
  ['US-TX', '733 750-770 772-799 885'],
  ['US-UT', '840-847'],
  ['US-VA', '201 220-246'],
  ['US-VT', '050-054 056-059'],
  ['US-WA', '980-986 988-994'],
  ['US-WI', '530-532 534-535 537-549'],
  ['US-WV', '247-268'],
  ['US-WY', '820-831'],
  ['US-PR', '006-007 009'],
  ['US-VI', '008'],
  ['US-AS', '96799'],
  ['US-GU', '9691 9692 9693'],
  ['US-MP', '9695'],
];

/** Beginnings that two states share: Fishers Island in New York, Alta in Wyoming. */
export const sharedZipRows: readonly (readonly [states: readonly string[], beginning: string])[] = [
  [['US-CT', 'US-NY'], '063'],
  [['US-ID', 'US-WY'], '834'],
];

/** Military mail: its people may be anywhere. */
export const militaryZips = '090-098 340 962-966';

/**
 * Beginnings that lie in one zone of a state that has more, where that is certain; those that are not here have every
 * zone of their state.
 */
export const narrowZipRows: readonly (readonly [zone: string, beginnings: string])[] = [
  ['America/Anchorage', '997-999'],
  ['America/Phoenix', '850-853 856-857'],
  ['America/New_York', '320-322 326-339 341-342 344 346-347 349'], // Florida but its panhandle
  ['America/Chicago', '325'],
  ['America/Boise', '832-834 836-837'],
  ['America/Los_Angeles', '838'],
  ['America/New_York', '460-462 466-468 470-474 478'], // Indiana
  ['America/Chicago', '463-464 477'],
  ['America/Chicago', '660-662 664-675'], // Kansas
  ['America/New_York', '400 402-406 408-418'], // Kentucky
  ['America/Chicago', '420 422-424'],
  ['America/New_York', '480-497'], // Michigan
  ['America/Chicago', '680-681 683-689'], // Nebraska
  ['America/Los_Angeles', '889-891 894-895 897'], // Nevada
  ['America/Chicago', '580-584'], // North Dakota
  ['America/Los_Angeles', '970-978'], // Oregon
  ['America/Chicago', '570-574'], // South Dakota
  ['America/Denver', '577'],
  ['America/Chicago', '370-372 375 380-384'], // Tennessee
  ['America/New_York', '374 376 379'],
  ['America/Chicago', '733 750-770 772-797'], // Texas
  ['America/Denver', '799 885'],
];
