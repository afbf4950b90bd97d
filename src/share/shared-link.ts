import type { Experiment } from '../core/experiment/experiment.ts';
import { toQuery } from './link.ts';
import { claimToQuery, type ResultClaim } from './result-link.ts';
import { viewToQuery, type LinkedView } from './view-link.ts';

/** What a link says of a run beside its settings. */
export interface Sayings {
  /** With which arithmetic it was made, and what came out. */
  readonly claim: ResultClaim;
  /** How it is looked at; `noView`: as the page does by itself. */
  readonly view: LinkedView;
  /** Which language the page speaks, `en` or `zh`; left out: that of whoever opens it. */
  readonly language?: string;
}

/** The address of a page with a run, and what is said of it. What else the address said is left out. */
export function sharedLink(page: string, experiment: Experiment, { claim, view, language }: Sayings): string {
  const spoken = language === undefined ? '' : `lang=${language}`;
  const parts = [toQuery(experiment), claimToQuery(claim), viewToQuery(view), spoken];
  return `${withoutQuery(page)}?${parts.filter((part) => part !== '').join('&')}`;
}

/** An address without what is behind its path. */
export function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

/**
 * A run inside another page, as HTML.
 *
 * @param link as `sharedLink` makes it
 * @param title what the frame shows, for who does not see it
 */
export function embedSnippet(link: string, title: string): string {
  return (
    `<iframe src="${attribute(`${link}&embed`)}" title="${attribute(title)}" width="100%" height="560" ` +
    'style="border: 0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>'
  );
}

/** A text as the value of an attribute in quotes. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
