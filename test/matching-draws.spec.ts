import { bCubed, type Clustered } from '../bench/try-intake/b-cubed.js';
import { DemoRandom } from '../src/demo/demo-random.js';
import { normaliseSubject } from '../src/identifier/index.js';
import { clusterDescriptions, type Description } from '../src/matching/index.js';
import { type DrawnReport, drawReports } from './support/invented-draw.js';

const DRAWS = [1, 2, 3, 4, 5];
const MERCHANTS_OF_KIND = 60;

/** The reports as descriptions that came one second after the other, in this order. */
function descriptionsOf(reports: readonly DrawnReport[]): Description[] {
  return reports.map(({ subject, reporter }, place) => {
    const normalised = normaliseSubject(subject);
    if (!normalised.ok) throw new Error(JSON.stringify(normalised.refusals));
    return {
      id: `r${place}`,
      receivedAt: new Date(Date.UTC(2026, 0, 1) + place * 1_000).toISOString(),
      reporterId: `member-${reporter}`,
      identifiers: normalised.value.identifiers,
    };
  });
}

/** The cluster of each report, by its place in the draw. */
function clustersOf(descriptions: readonly Description[]): Map<string, string> {
  return new Map(
    clusterDescriptions(descriptions).clusters.flatMap(({ members }) =>
      members.map((id) => [id, members[0] ?? id]),
    ),
  );
}

describe.each(DRAWS)('the reports of draw %i', (seed) => {
  const reports = drawReports(seed, MERCHANTS_OF_KIND);
  const descriptions = descriptionsOf(reports);
  const clusters = clustersOf(descriptions);

  it('come together as far as they are of one merchant, and no further', () => {
    const { all } = bCubed(
      reports.map(({ merchant }, place): Clustered => ({
        cluster: clusters.get(`r${place}`) ?? '',
        truth: merchant,
        kind: 'ALL',
      })),
    );
    expect(all.precision).toBeGreaterThan(0.99);
    expect(all.recall).toBeGreaterThan(0.9);
  });

  it('come to the same merchants in another order of arrival', () => {
    const random = new DemoRandom(seed);
    const order = reports.map((_, place) => ({ place, at: random.next() })).sort((a, b) => a.at - b.at);
    const again = clustersOf(
      descriptions.map((description, place) => ({
        ...description,
        receivedAt: descriptions[order.findIndex((one) => one.place === place)]?.receivedAt ?? '',
      })),
    );
    const between = bCubed(
      reports.map((_, place) => ({
        cluster: clusters.get(`r${place}`) ?? '',
        truth: again.get(`r${place}`) ?? '',
        kind: 'ALL',
      })),
    );
    expect(between.all.f1).toBeGreaterThanOrEqual(0.995);
  });
});
