// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { softwareEntry, softwareVersion, studyEntry } from '../../src/share/citation.ts';
import { fromQuery, queryOf } from '../../src/share/link.ts';
import { readClaim } from '../../src/share/result-link.ts';
import { embedSnippet, sharedLink } from '../../src/share/shared-link.ts';
import { noView, readView } from '../../src/share/view-link.ts';

const experiment = { ...defaults, task: 'expr:x1&!x2', epochs: 500 } as const;
const result = { fingerprint: '7f3a 91c2 e05b 1234', settings: null, bits: [] };

describe('a shared link', () => {
  test('has the settings and the version of the arithmetic, and nothing else of the address', () => {
    const page = 'https://host.example/a/?v=1&bits=4&lang=zh&embed#there';
    expect(sharedLink(page, defaults, { claim: { arithmetic: 1, result: null }, view: noView })).toBe(
      'https://host.example/a/?v=1&arithmetic=1',
    );
  });

  test('says the language of the page only if it is asked to', () => {
    const plain = { claim: { arithmetic: 1, result: null }, view: noView };
    expect(sharedLink('https://host.example/?lang=zh', defaults, { ...plain, language: 'en' })).toBe(
      'https://host.example/?v=1&arithmetic=1&lang=en',
    );
  });

  test('says all that it is given, to be read again', () => {
    const view = { ...noView, at: 100, say: 'Is it "T3" & <T4>?' };
    const claim = { arithmetic: 1, result };
    const query = queryOf(sharedLink('https://host.example/', experiment, { claim, view }));
    expect(fromQuery(query)).toEqual({ experiment, problems: [] });
    expect(readView(query)).toEqual({ view, problems: [] });
    expect(readClaim(query, experiment, 1)).toEqual({ claim, problems: [] });
  });

  test('is HTML for another page, whatever is said in it', () => {
    const view = { ...noView, say: '"><script>' };
    const link = sharedLink('https://host.example/', experiment, { claim: { arithmetic: 1, result }, view });
    const html = embedSnippet(link, 'a "title" <b> & more');
    const frame = new DOMParser().parseFromString(html, 'text/html');
    expect(frame.body.children).toHaveLength(1);
    const element = frame.querySelector('iframe');
    expect(element?.getAttribute('src')).toBe(`${link}&embed`);
    expect(element?.title).toBe('a "title" <b> & more');
  });
});

describe('citations', () => {
  const cff = readFileSync('CITATION.cff', 'utf8');

  test('have the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(softwareVersion).toBe(version);
    expect(/^version: (.*)$/m.exec(cff)?.[1]).toBe(version);
    expect(softwareEntry('https://host.example/a/', 1)).toContain(
      `note    = {Version ${version}, arithmetic version 1}`,
    );
  });

  test('name the study alike', () => {
    const title = /title += \{\{(.*)\}\}/.exec(studyEntry)?.[1];
    expect(cff).toContain(`'${title ?? ''}'`);
    expect(readFileSync('README.md', 'utf8').replaceAll('\n', ' ')).toContain(title);
    for (const name of ['Lorenzen', 'Igel', 'Nielsen']) {
      expect(studyEntry).toContain(name);
      expect(cff).toContain(`family-names: ${name}`);
    }
  });

  test('have balanced braces', () => {
    for (const entry of [studyEntry, softwareEntry('https://host.example/', 1)]) {
      expect(entry.match(/\{/g)?.length).toBe(entry.match(/\}/g)?.length);
    }
  });
});
