import type { SitePath } from './addresses.ts';
import type { TermFile } from './term-script.ts';

/** The charts of the page of trends that have no page of their own. */
export const trendCharts = ['upvotes', 'comments', 'terms'] as const;
export type TrendChart = (typeof trendCharts)[number];

export const trendCsvPath = (chart: TrendChart): SitePath => `/trends/${chart}.csv`;

/** A script of counts of terms, which the page of trends loads when a reader asks for a term of it. */
export const termFilePath = (file: TermFile): SitePath => `/trends/terms-${file}.js`;
