/** ISO 3166-2 of the states of the United States and the provinces of Canada, whose laws differ. */
const states =
  'AK alaska, AL alabama, AR arkansas, AS american samoa, AZ arizona, CA california, CO colorado, CT connecticut, ' +
  'DC district of columbia, DE delaware, FL florida, GA georgia, GU guam, HI hawaii, IA iowa, ID idaho, IL illinois, ' +
  'IN indiana, KS kansas, KY kentucky, LA louisiana, MA massachusetts, MD maryland, ME maine, MI michigan, ' +
  'MN minnesota, MO missouri, MP northern mariana islands, MS mississippi, MT montana, NC north carolina, ' +
  'ND north dakota, NE nebraska, NH new hampshire, NJ new jersey, NM new mexico, NV nevada, NY new york, OH ohio, ' +
  'OK oklahoma, OR oregon, PA pennsylvania, PR puerto rico, RI rhode island, SC south carolina, SD south dakota, ' +
  'TN tennessee, TX texas, UT utah, VA virginia, VI virgin islands, VT vermont, WA washington, WI wisconsin, ' +
  'WV west virginia, WY wyoming, AB alberta, BC british columbia, BC colombie britannique, MB manitoba, ' +
  'NB new brunswick, NB nouveau brunswick, NL newfoundland and labrador, NL terre neuve et labrador, NS nova scotia, ' +
  'NS nouvelle ecosse, NT northwest territories, NT territoires du nord ouest, NU nunavut, ON ontario, ' +
  'PE prince edward island, PE ile du prince edouard, QC quebec, SK saskatchewan, YT yukon';

const codes: ReadonlyMap<string, string> = new Map(
  states.split(', ').flatMap((state): [string, string][] => {
    const code = state.slice(0, 2);
    return [
      [plainName(code), code],
      [plainName(state.slice(3)), code],
    ];
  }),
);

/** The two letters of a state or province as people write it (`Texas`, `tx`); the same text when it is none of these. */
export function regionCode(text: string): string {
  return codes.get(plainName(text)) ?? text;
}

function plainName(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
