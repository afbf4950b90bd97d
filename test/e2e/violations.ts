import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds in the page as it is, against WCAG 2.2 AA and its own good practice, as lines to read.
 *
 * @param rules `wcag`: no more than that; for pages around several of ours, each of which has the landmarks of a page
 */
export async function violations(page: Page, rules: 'all' | 'wcag' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules === 'all' ? axe : axe.withTags(wcag)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
